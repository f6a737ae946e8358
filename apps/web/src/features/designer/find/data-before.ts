import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { FlowDocument } from '@throughline/core/flow';
import { expressionOf } from '@throughline/core/flow/field-value';
import { isLoopBody, kindOf, type Step } from '@throughline/core/flow/step';
import { availability } from '@throughline/core/flow/validation/availability';
import { findStep, type VisitedStep } from '@throughline/core/flow/walk';
import type { SchemaRef } from '@throughline/core/mapping/document';
import { ownValue } from '@throughline/core/connector/own-value';
import { schemaAt } from '@throughline/core/mapping/schema-fields';
import { systemOf, type DesignerData } from '../designer-data.ts';
import { scopeOfStep, scopeOfTrigger, stepsBefore } from '../flow-scope.ts';

/** Something that a step can read: the trigger's record, the result of an earlier step, or the item of a loop. */
export interface DataBefore {
  /** For example `$steps.readDeal`. */
  readonly path: string;
  /** What kind of record it is; undefined when nobody said so. */
  readonly ref: SchemaRef | undefined;
  readonly schema: JsonSchema;
}

/** The data that is always there when a step runs, nearest first: that of the step right before it comes first. */
export function dataBefore(flow: FlowDocument, place: VisitedStep, data: DesignerData): DataBefore[] {
  const scope = scopeOfStep(flow, place.step.id, data).variables ?? {};
  const loop = place.ancestors.findLast(({ step, slot }) => isLoopBody(step, slot))?.step;
  const isInLoop = ({ ancestors }: VisitedStep) => ancestors.some(({ step }) => step.id === loop?.id);
  const steps = stepsBefore(flow, place)
    .filter((source) => givesData(source.step) && availability(source, place).is === 'always')
    .toReversed();
  const ofStep = ({ step }: VisitedStep): DataBefore => ({
    path: `$steps.${step.id}`,
    ref: refOf(step, data),
    schema: schemaAt(scope['steps']?.schema ?? {}, [step.id]) ?? {},
  });
  const item =
    loop === undefined ? [] : [{ path: '$item', ref: itemRef(flow, loop, data), schema: scope['item']?.schema ?? {} }];
  return [
    ...steps.filter(isInLoop).map(ofStep),
    ...item,
    ...steps.filter((source) => !isInLoop(source)).map(ofStep),
    ofTrigger(flow, data),
  ];
}

function ofTrigger(flow: FlowDocument, data: DesignerData): DataBefore {
  const { trigger } = flow;
  const schema = scopeOfTrigger(flow, data).variables?.['trigger']?.schema ?? {};
  const isRecord = (trigger.kind === 'webhook' || trigger.kind === 'change') && trigger.record === 'read';
  return { path: '$trigger', schema, ref: isRecord ? objectRef(trigger.connection, trigger.object, data) : undefined };
}

/** Kinds whose result is a record to work on, rather than a receipt. */
const dataKinds: ReadonlySet<Step['kind']> = new Set(['read', 'map', 'call', 'for-each', 'lookup']);

const givesData = ({ kind }: Step): boolean => dataKinds.has(kind);

function refOf(step: Step, data: DesignerData): SchemaRef | undefined {
  if (step.kind === 'map') return ownValue(data.validation.mappings, step.config.mapping)?.target;
  if (step.kind !== 'read' || step.config.find.by === 'list') return undefined;
  return objectRef(step.config.connection, step.config.object, data);
}

/** The record of a loop over a list that a step reads; a list inside a record does not say what it holds. */
function itemRef(flow: FlowDocument, loop: Step, data: DesignerData): SchemaRef | undefined {
  const items = kindOf(loop).loop?.(loop.config).items;
  const source = items === undefined ? undefined : /^\$steps\.([A-Za-z0-9]+)$/.exec(expressionOf(items))?.[1];
  const step = source === undefined ? undefined : findStep(flow.body, source)?.step;
  if (step?.kind !== 'read' || step.config.find.by !== 'list') return undefined;
  return objectRef(step.config.connection, step.config.object, data);
}

function objectRef(connection: string, object: string, data: DesignerData): SchemaRef | undefined {
  const system = systemOf(data, connection)?.id;
  return system === undefined || object === '' ? undefined : { kind: 'object', system, object };
}
