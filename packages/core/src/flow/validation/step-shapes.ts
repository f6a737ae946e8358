import type { JsonSchema } from '../../connector/json-schema.ts';
import { resolveSchema } from '../../mapping/resolve-schema.ts';
import type { FlowDocument } from '../definition.ts';
import { expressionOf } from '../field-value.ts';
import { kindOf, type Step } from '../step.ts';
import type { ValidationContext } from '../validation-context.ts';
import { walkSteps, type VisitedStep } from '../walk.ts';
import { ownValue } from '../../connector/own-value.ts';

/** The shapes of what the expressions of a flow's steps can read. An unknown shape is `{}`. */
export interface FlowShapes {
  /** `$`, the trigger's data. */
  readonly source: JsonSchema;
  readonly bindings: Readonly<Record<string, JsonSchema>>;
}

/**
 * The text with `$item` bound as in the loops around its step, so that its type is the type of the loop's items.
 * Positions in the result differ from those in the text.
 */
export function withLoopItems(text: string, { ancestors }: Pick<VisitedStep, 'ancestors'>): string {
  const lists = ancestors.flatMap(({ step }) => {
    const loop = kindOf(step).loop?.(step.config);
    return loop === undefined ? [] : [expressionOf(loop.items)];
  });
  return lists.length === 0 ? text : `(${lists.map((list) => `$item := (${list})[0];`).join(' ')} ${text}\n)`;
}

/** The shape does not depend on which steps have run; that is checked elsewhere. */
export function flowShapes(flow: FlowDocument, context: ValidationContext): FlowShapes {
  const outputs = [...walkSteps(flow.body)].map(({ step }) => [step.id, outputShape(step, context)] as const);
  const source = triggerShape(flow.trigger, context);
  return {
    source,
    bindings: {
      trigger: source,
      steps: { type: 'object', properties: Object.fromEntries(outputs) },
      flow: {},
      item: {},
      index: { type: 'integer' },
      error: {},
    },
  };
}

function triggerShape(trigger: FlowDocument['trigger'], context: ValidationContext): JsonSchema {
  const isRecord = (trigger.kind === 'webhook' || trigger.kind === 'change') && trigger.record === 'read';
  if (!isRecord) return {};
  const shape = recordShape(trigger.connection, trigger.object, trigger.include, context);
  const hasDeletions = trigger.deletions === 'start' && shape.properties !== undefined;
  return hasDeletions ? { ...shape, properties: { ...shape.properties, ...deletionFields } } : shape;
}

/** What the trigger's data says of a deleted record, besides its id. */
const deletionFields: Readonly<Record<string, JsonSchema>> = {
  isDeleted: { type: 'boolean' },
  deletedAt: { type: 'string', format: 'date-time' },
};

function outputShape(step: Step, context: ValidationContext): JsonSchema {
  const shape = kindOf(step).output(step.config, {
    record: (connection, object, include) => recordShape(connection, object, include, context),
    mapped: (key) => {
      const mapping = ownValue(context.mappings, key);
      return mapping === undefined ? {} : resolveSchema(mapping.target, context).schema;
    },
    lastOf: (slot) => {
      const last = step.bodies?.[slot]?.findLast(({ disabled }) => disabled !== true);
      return last === undefined ? {} : outputShape(last, context);
    },
  });
  // A step whose error is handled outputs the error.
  return shape.properties === undefined
    ? shape
    : { ...shape, properties: { ...shape.properties, error: shape.properties['error'] ?? {} } };
}

function recordShape(
  connection: string,
  object: string,
  include: readonly string[],
  context: ValidationContext,
): JsonSchema {
  const system = context.connections?.find(({ key }) => key === connection)?.system;
  if (system === undefined) return {};
  const { schema, problems } = resolveSchema({ kind: 'object', system, object, include }, context);
  return problems.length > 0 ? {} : schema;
}
