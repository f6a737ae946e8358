import type { SourceRecord } from '@throughline/core/connector';
import type { FieldValue } from '@throughline/core/flow/field-value';
import type { StepConfig, StepOf } from '@throughline/core/flow/step';
import type { Frame } from '../../run/run-context.ts';
import { businessFailure } from '../../failures/step-failure.ts';
import type { UndoEntry } from '@throughline/core/db/words/replay-target';
import { applyMapping } from '../apply-mapping.ts';
import { textOf } from '../text-of.ts';

type WriteConfig = StepConfig<'write'>;

/** One way to find the record that a write is about, with its value. */
export type MatchCandidate =
  | { readonly by: 'link'; readonly entity: string; readonly canonicalId: string }
  | { readonly by: 'external-id'; readonly value: string }
  /** The vendor's id of the record that was delivered before, where only the ledger knows it. */
  | { readonly by: 'ledger'; readonly id: string }
  | { readonly by: 'field'; readonly field: string; readonly value: string | number | boolean };

/** A write with everything evaluated. It is plain data, and the same when a run is resumed. */
export interface WriteWish {
  readonly stepId: string;
  /** Path of the step in its run. */
  readonly path: string;
  /** Name in deliveries. */
  readonly step: string;
  readonly connection: string;
  readonly object: string;
  readonly operation: WriteConfig['operation'];
  /** Our reference of the record; names the delivery. */
  readonly recordKey: string;
  readonly identity: { readonly entity: string; readonly canonicalId: string } | undefined;
  readonly candidates: readonly MatchCandidate[];
  readonly onConflict: WriteConfig['onConflict'];
  /** Absent for a deletion. */
  readonly record: SourceRecord | undefined;
  /** What would undo it. The previous state must then be known, because only what this run created may be deleted. */
  readonly undo: UndoEntry['undo'] | undefined;
  /** Whether to look at a record that was delivered earlier with the same content. */
  readonly verify: WriteConfig['verify'];
  /** The vendor's id, where it is known which record to write. */
  readonly knownId?: string | undefined;
}

export async function evaluateWrite(step: StepOf<'write'>, path: string, frame: Frame): Promise<WriteWish> {
  const { config } = step;
  const { identity } = config;
  const evaluate = (field: FieldValue): Promise<unknown> => frame.context.evaluator.expression(field, frame.scope);
  const recordKey = textOf(await evaluate(identity.externalId));
  const canonicalId = identity.canonicalId === undefined ? '' : textOf(await evaluate(identity.canonicalId));
  const linked =
    identity.entity === undefined || canonicalId === '' ? undefined : { entity: identity.entity, canonicalId };
  const candidates: MatchCandidate[] = [];
  for (const match of identity.match) {
    if (match.by === 'external-id') candidates.push({ by: 'external-id', value: recordKey });
    else if (match.by === 'link')
      candidates.push(...(linked === undefined ? [] : [{ by: 'link' as const, ...linked }]));
    else {
      const value = await evaluate(match.value);
      // An empty value matches nothing, because it would find any record without one.
      if (isFieldValue(value) && value !== '') candidates.push({ by: 'field', field: match.field, value });
    }
  }
  return {
    stepId: step.id,
    path,
    step: config.deliveryName ?? step.id,
    connection: config.connection,
    object: config.object,
    operation: config.operation,
    recordKey,
    identity: linked,
    candidates,
    onConflict: config.onConflict,
    record: config.operation === 'delete' ? undefined : await evaluateRecord(config, frame),
    undo: await evaluateUndo(step, frame),
    verify: config.verify,
  };
}

const isFieldValue = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

async function evaluateRecord(config: WriteConfig, { context, scope }: Frame): Promise<SourceRecord> {
  const record = await recordOf(config, { context, scope });
  if (typeof record === 'object' && record !== null && !Array.isArray(record)) return record as SourceRecord;
  throw businessFailure(
    'RECORD_EMPTY',
    config.mapping === undefined
      ? `The record to write to ${config.object} is not an object.`
      : `The mapping "${config.mapping}" gave no object for ${config.object}.`,
  );
}

async function recordOf(config: WriteConfig, { context, scope }: Pick<Frame, 'context' | 'scope'>): Promise<unknown> {
  const { evaluator } = context;
  if (config.mapping === undefined) {
    return config.record === undefined ? undefined : evaluator.expression(config.record, scope);
  }
  const input = config.input === undefined ? scope.trigger : await evaluator.expression(config.input, scope);
  return applyMapping(config.mapping, input, { context, scope });
}

/** What would undo this write, evaluated while its inputs are at hand. */
async function evaluateUndo(
  { config: { undo } }: StepOf<'write'>,
  { context, scope }: Frame,
): Promise<UndoEntry['undo'] | undefined> {
  if (undo === undefined || undo.operation === 'delete') return undo;
  return { operation: 'update', record: (await context.evaluator.expression(undo.record, scope)) ?? null };
}
