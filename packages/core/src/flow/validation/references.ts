import type { FlowDocument } from '../definition.ts';
import type { Problem } from '../problem.ts';
import { kindOf } from '../step.ts';
import type { ValidationContext } from '../validation-context.ts';
import { walkEnabled, walkSteps, type VisitedStep } from '../walk.ts';
import { objectProblem } from './objects.ts';
import { ownValue } from '../../connector/own-value.ts';
import { mapProblems } from './map-step.ts';
import { mappingInputProblems } from './mapping-input.ts';
import { readProblems } from './read-step.ts';
import { recipientProblems } from './recipient.ts';
import { recordTypeProblems } from './record-types.ts';
import { known, stepProblem } from './step-report.ts';
import { flowShapes } from './step-shapes.ts';
import { writeProblems } from './write-step.ts';

/**
 * Checks everything that the steps refer to outside the flow: connections, objects, fields, mappings, value maps, other
 * flows, people.
 */
export function referenceProblems(flow: FlowDocument, context: ValidationContext): Problem[] {
  const shapes = flowShapes(flow, context);
  return [...walkSteps(flow.body)].flatMap((at) => [
    ...objectProblems(at, context),
    ...definitionProblems(at, context),
    ...callProblems(at, context),
    ...(at.step.kind === 'read' ? readProblems(at, at.step, context) : []),
    ...(at.step.kind === 'notify' ? recipientProblems(at, at.step) : []),
    ...mappingInputProblems(at, shapes, context),
    ...(at.step.kind === 'map' ? mapProblems(at, at.step, context) : []),
    ...(at.step.kind === 'write' ? writeProblems(at, at.step, context) : []),
    ...(at.step.kind === 'write' ? recordTypeProblems(at, at.step, shapes, context) : []),
  ]);
}

function objectProblems(at: VisitedStep, context: ValidationContext): Problem[] {
  const { connection, object } = kindOf(at.step).references(at.step.config);
  if (connection === undefined || object === undefined) return [];
  const problem = objectProblem(connection, object, context);
  return problem === undefined ? [] : [stepProblem(at, problem.at, problem.code, problem.message)];
}

function definitionProblems(at: VisitedStep, { mappings, valueMaps }: ValidationContext): Problem[] {
  const { mapping, valueMap } = kindOf(at.step).references(at.step.config);
  const problems: Problem[] = [];
  if (mapping !== undefined && ownValue(mappings, mapping) === undefined) {
    const message = `There is no mapping "${mapping}". ${known(mapping, Object.keys(mappings))}`;
    problems.push(stepProblem(at, '/mapping', 'UNKNOWN_MAPPING', message));
  }
  if (valueMap !== undefined && ownValue(valueMaps, valueMap) === undefined) {
    const message = `There is no value map "${valueMap}". ${known(valueMap, Object.keys(valueMaps))}`;
    problems.push(stepProblem(at, '/valueMap', 'UNKNOWN_VALUE_MAP', message));
  }
  return problems;
}

function callProblems(at: VisitedStep, { flows, flowKey }: ValidationContext): Problem[] {
  if (at.step.kind !== 'call') return [];
  const { name, config } = at.step;
  if (config.flow === flowKey) {
    const message = `"${name}" calls its own flow, and would never end. Call another flow.`;
    return [stepProblem(at, '/flow', 'CALL_RECURSION', message)];
  }
  const called = ownValue(flows, config.flow);
  if (called === undefined) {
    const message = `There is no flow "${config.flow}". ${known(config.flow, Object.keys(flows))}`;
    return [stepProblem(at, '/flow', 'UNKNOWN_FLOW', message)];
  }
  if (called.trigger.kind !== 'call') {
    const message = `The flow "${config.flow}" is not made to be called: its trigger is "${called.trigger.kind}". Give it a call trigger.`;
    return [stepProblem(at, '/flow', 'FLOW_NOT_CALLABLE', message)];
  }
  const circle = flowKey === undefined ? undefined : circleTo(flowKey, config.flow, flows);
  if (circle === undefined) return [];
  const message = `"${name}" calls in a circle and would never end: ${circle.join(' → ')}. Break the circle.`;
  return [stepProblem(at, '/flow', 'CALL_RECURSION', message)];
}

/** The chain of calls from `from` back to `target`, or undefined. Visits each flow once. */
function circleTo(
  target: string,
  from: string,
  flows: Readonly<Record<string, FlowDocument>>,
  path: readonly string[] = [],
  seen = new Set<string>(),
): string[] | undefined {
  const here = [...path, from];
  if (from === target) return [target, ...here];
  if (seen.has(from)) return undefined;
  seen.add(from);
  const flow = ownValue(flows, from);
  for (const { step } of flow === undefined ? [] : walkEnabled(flow.body)) {
    if (step.kind !== 'call') continue;
    const circle = circleTo(target, step.config.flow, flows, here, seen);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
