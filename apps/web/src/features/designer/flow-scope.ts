import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { FlowDocument, Trigger } from '@throughline/core/flow';
import { expressionOf } from '@throughline/core/flow/field-value';
import { isLoopBody, kindOf, onErrorSlot, type Step } from '@throughline/core/flow/step';
import { findStep, walkSteps, type VisitedStep } from '@throughline/core/flow/walk';
import { resolveSchema } from '@throughline/core/mapping/resolve-schema';
import type { ExpressionScope, ScopeVariable } from '#features/jsonata/expression-scope.ts';
import { readTree } from '@throughline/core/mapping/fields';
import { listItems } from '@throughline/core/mapping/schema-fields';
import { SchemaReader } from '#features/jsonata/schema-reader.ts';
import { systemOf, type DesignerData } from './designer-data.ts';
import { ownValue } from '@throughline/core/connector/own-value';

const text: JsonSchema = { type: 'string' };

/** What expressions of a step can see: the trigger, earlier steps, and the item of the loop around it. */
export function scopeOfStep(flow: FlowDocument, stepId: string, data: DesignerData): ExpressionScope {
  const place = findStep(flow.body, stepId);
  if (place === undefined) return scopeOfTrigger(flow, data);
  const trigger = { schema: triggerSchema(flow.trigger, data), detail: flow.trigger.name };
  const steps: Record<string, JsonSchema> = {};
  const base: Record<string, ScopeVariable> = { trigger, flow: { schema: flowVariable, detail: 'this run' } };
  for (const visited of stepsBefore(flow, place)) {
    // The field of a step's result is called what the author calls the step.
    steps[visited.step.id] = { ...outputSchema(visited.step, data), title: visited.step.name };
  }
  const scope = withSteps(base, steps);
  const isInErrorLane = place.ancestors.some(({ slot }) => slot === onErrorSlot);
  return {
    context: trigger.schema,
    variables: {
      ...scope,
      ...itemVariables(place, scope),
      ...(isInErrorLane ? { error: { schema: errorSchema, detail: 'what went wrong' } } : {}),
    },
    valueMaps: data.valueMaps.map(({ key }) => key),
  };
}

/** What the trigger's own expressions and the flow's settings can see. */
export function scopeOfTrigger(flow: FlowDocument, data: DesignerData): ExpressionScope {
  const schema = triggerSchema(flow.trigger, data);
  return { context: schema, variables: { trigger: { schema, detail: flow.trigger.name } } };
}

/**
 * Steps that may have run before this one: earlier ones in its own body and in those around it, with their inner steps.
 */
export function stepsBefore(flow: FlowDocument, place: VisitedStep): VisitedStep[] {
  const path = new Map([...place.ancestors, { step: place.step, slot: '' }].map(({ step, slot }) => [step.id, slot]));
  const before: VisitedStep[] = [];
  for (const visited of walkSteps(flow.body)) {
    if (visited.step.id === place.step.id) break;
    const isAround = path.has(visited.step.id);
    const fork = visited.ancestors.find(({ step, slot }) => path.has(step.id) && path.get(step.id) !== slot);
    // Of a loop, only its own output is visible afterwards.
    const isInLoop = visited.ancestors.some(({ step, slot }) => isLoopBody(step, slot) && !path.has(step.id));
    // A step in the other branch of a container around this one never runs together with it.
    if (!isAround && fork === undefined && !isInLoop) before.push(visited);
  }
  return before;
}

/** The results of earlier steps that map something, the nearest first: the path of each, and the name of its step. */
export function mappedBefore(flow: FlowDocument, stepId: string): readonly MappedResult[] {
  const place = findStep(flow.body, stepId);
  if (place === undefined) return [];
  return stepsBefore(flow, place)
    .filter(({ step }) => step.kind === 'map')
    .map(({ step }) => ({ path: `$steps.${step.id}`, name: step.name }))
    .toReversed();
}

export interface MappedResult {
  readonly path: string;
  readonly name: string;
}

const withSteps = (
  base: Readonly<Record<string, ScopeVariable>>,
  steps: Readonly<Record<string, JsonSchema>>,
): Record<string, ScopeVariable> => ({
  ...base,
  steps: { schema: { type: 'object', properties: { ...steps } }, detail: 'results of earlier steps' },
});

function itemVariables(
  place: VisitedStep,
  variables: Readonly<Record<string, ScopeVariable>>,
): Record<string, ScopeVariable> {
  const loop = place.ancestors.findLast(({ step, slot }) => isLoopBody(step, slot))?.step;
  const items = loop && kindOf(loop).loop?.(loop.config).items;
  if (loop === undefined || items === undefined) return {};
  const list = expressionSchema(expressionOf(items), { variables, context: variables['trigger']?.schema });
  return {
    item: { schema: (list && listItems(list)) ?? list ?? {}, detail: `item of ${loop.name}` },
    index: { schema: { type: 'integer' }, detail: 'position from 0' },
  };
}

/** Undefined if it cannot be determined. */
function expressionSchema(expression: string, scope: ExpressionScope): JsonSchema | undefined {
  const reader = new SchemaReader(scope);
  return reader.schemaOf(readTree(expression).root, reader.top);
}

export function triggerSchema(trigger: Trigger, data: DesignerData): JsonSchema {
  if (trigger.kind !== 'webhook' && trigger.kind !== 'change') return {};
  const { connection, object, record, include, deletions } = trigger;
  const system = systemOf(data, connection)?.id;
  // Only the system knows the shape of what it sends.
  if (system === undefined || (trigger.kind === 'webhook' && record === 'as-sent')) return {};
  const { schema } = resolveSchema({ kind: 'object', system, object, include }, data.validation);
  return deletions === 'ignore' ? schema : { ...schema, properties: { ...schema.properties, ...deletionFields } };
}

/** What `$steps.<id>` contains after the step has run. */
const outputSchema = (step: Step, data: DesignerData): JsonSchema =>
  kindOf(step).output(step.config, {
    record: (connection, object, include) => {
      const system = systemOf(data, connection)?.id;
      return system === undefined
        ? {}
        : resolveSchema({ kind: 'object', system, object, include }, data.validation).schema;
    },
    mapped: (key) => {
      const mapping = ownValue(data.validation.mappings, key);
      return mapping === undefined ? {} : resolveSchema(mapping.target, data.validation).schema;
    },
    lastOf: (slot) => {
      const last = step.bodies?.[slot]?.findLast(({ disabled }) => disabled !== true);
      return last === undefined ? {} : outputSchema(last, data);
    },
  });

const deletionFields: Readonly<Record<string, JsonSchema>> = {
  isDeleted: { type: 'boolean' },
  deletedAt: { type: 'string', format: 'date-time' },
};

const objectSchema = (properties: Record<string, JsonSchema>): JsonSchema => ({ type: 'object', properties });

const flowVariable = objectSchema({
  key: text,
  name: text,
  version: { type: ['integer', 'null'] },
  runId: text,
  mode: { type: 'string', enum: ['live', 'test'] },
  environment: text,
  startedAt: { type: 'string', format: 'date-time' },
  businessKey: text,
});
const errorSchema = objectSchema({ code: text, message: text, step: text });
