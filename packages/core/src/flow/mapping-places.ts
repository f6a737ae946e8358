import { MappingError } from '../mapping/mapping-error.ts';
import { readExpression } from '../mapping/read-expression.ts';
import { readFlow } from './read-flow.ts';
import { kindOf } from './step.ts';
import { walkSteps, type VisitedStep } from './walk.ts';

/** A step that applies a mapping, and how its input in an earlier run can be had. */
export interface MappingPlace {
  readonly stepId: string;
  /** The input is recorded with the step, or is computed again from the trigger and the outputs of earlier steps. */
  readonly input: 'recorded' | ComputedInput;
}

export interface ComputedInput {
  readonly expression: string;
  /** Steps whose outputs it uses. */
  readonly stepIds: readonly string[];
}

/** The steps of a flow that apply a mapping. Those whose inputs cannot be had are left out. */
export function mappingPlaces(flow: unknown, mappingKey: string): MappingPlace[] {
  const read = readFlow(flow);
  if (!read.isReadable) return [];
  return [...walkSteps(read.flow.body)].flatMap((visited): MappingPlace[] => {
    const { step } = visited;
    const { mapping, object } = kindOf(step).references(step.config);
    if (mapping !== mappingKey) return [];
    // A write step records the record that it wrote, not the input of its mapping.
    if (object === undefined) return [{ stepId: step.id, input: 'recorded' }];
    const input = computedInput(visited);
    return input === undefined ? [] : [{ stepId: step.id, input }];
  });
}

/** Outside loops, a step has one output in a run. The input may use nothing but such outputs and the trigger. */
function computedInput({ step, ancestors }: VisitedStep): ComputedInput | undefined {
  const isInLoop = ancestors.some((each) => kindOf(each.step).control.runs === 'body-per-item');
  const site = kindOf(step)
    .expressions(step.config)
    .find(({ pointer }) => pointer === '/input');
  if (isInLoop || site === undefined) return undefined;
  try {
    const { steps, variables } = readExpression(site.text);
    if (variables.some(({ name }) => name !== 'steps' && name !== 'trigger')) return undefined;
    return { expression: site.text, stepIds: [...new Set(steps.map(({ stepId }) => stepId))] };
  } catch (error) {
    if (error instanceof MappingError) return undefined;
    throw error;
  }
}
