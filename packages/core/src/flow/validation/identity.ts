import { MappingError } from '../../mapping/mapping-error.ts';
import { readExpression, type ExpressionReading } from '../../mapping/read-expression.ts';
import type { FlowDocument } from '../definition.ts';
import { expressionOf } from '../field-value.ts';
import type { Problem } from '../problem.ts';
import { isLoopBody, type StepOf } from '../step.ts';
import type { ValidationContext } from '../validation-context.ts';
import { idsWithin, walkSteps, type VisitedStep } from '../walk.ts';
import { ownValue } from '../../connector/own-value.ts';
import { known, stepProblem } from './step-report.ts';

/** A write is repeatable only when its key belongs to one record and is the same each time. */
export function identityProblems(at: VisitedStep, step: StepOf<'write'>, context: ValidationContext): Problem[] {
  const { entity, externalId } = step.config.identity;
  const problems = keyProblems(at, step, readSafely(expressionOf(externalId)));
  if (entity === undefined || ownValue(context.entities, entity) !== undefined) return problems;
  const message = `There is no entity "${entity}". ${known(entity, Object.keys(context.entities))}`;
  return [...problems, stepProblem(at, '/identity/entity', 'UNKNOWN_ENTITY', message)];
}

function keyProblems(at: VisitedStep, { name }: StepOf<'write'>, reading: ExpressionReading | undefined): Problem[] {
  if (reading === undefined) return [];
  const problem = (message: string, severity: 'error' | 'warning' = 'error'): Problem[] => [
    stepProblem(at, '/identity/externalId', 'MISSING_IDENTITY', message, { severity }),
  ];
  const changing = reading.functions.find((use) => ['now', 'millis', 'random', 'shuffle'].includes(use.name));
  if (changing !== undefined) {
    return problem(
      `"${name}" is not repeatable: its external id uses $${changing.name} and differs each time. Use the record's own key.`,
    );
  }
  if (reading.isConstant) {
    return problem(`"${name}" has the same external id for every record. Use the record's own key.`);
  }
  const loop = at.ancestors.findLast(({ step, slot }) => isLoopBody(step, slot))?.step;
  if (loop === undefined || dependsOnItem(reading, idsWithin(loop))) return [];
  return problem(
    `"${name}" has the same external id for every item of "${loop.name}", so each would overwrite the one before. Use $item in it.`,
    'warning',
  );
}

const dependsOnItem = ({ variables, steps }: ExpressionReading, inLoop: readonly string[]): boolean =>
  variables.some(({ name }) => name === 'item' || name === 'index') ||
  steps.some(({ stepId }) => inLoop.includes(stepId));

/**
 * Writes with the same delivery name share the record of what was delivered, so they have to write the same kind of
 * record.
 */
export function deliveryProblems(flow: FlowDocument): Problem[] {
  const first = new Map<string, StepOf<'write'>>();
  return [...walkSteps(flow.body)].flatMap((at) => {
    if (at.step.kind !== 'write') return [];
    const { config, id, name } = at.step;
    const delivery = config.deliveryName ?? id;
    const earlier = first.get(delivery);
    if (earlier === undefined) first.set(delivery, at.step);
    if (earlier === undefined || isSameTarget(earlier, at.step)) return [];
    const message = `"${name}" and "${earlier.name}" write different records under the delivery name "${delivery}". Give one of them another name.`;
    return [stepProblem(at, '/deliveryName', 'DELIVERY_CLASH', message)];
  });
}

const isSameTarget = (a: StepOf<'write'>, b: StepOf<'write'>): boolean =>
  a.config.connection === b.config.connection && a.config.object === b.config.object;

/** Undefined for a text that cannot be parsed. That is reported elsewhere. */
export function readSafely(text: string | undefined): ExpressionReading | undefined {
  if (text === undefined) return undefined;
  try {
    return readExpression(text);
  } catch (error) {
    if (error instanceof MappingError) return undefined;
    throw error;
  }
}
