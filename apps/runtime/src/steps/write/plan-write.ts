import type { RecordIdentity, SourceRecord } from '@throughline/core/connector';
import type { ObjectManifest, WriteOperation } from '@throughline/core/connector/manifest';
import { businessFailure } from '../../failures/step-failure.ts';
import { carriesReference } from './carries-reference.ts';
import type { WriteWish } from './evaluate-write.ts';
import type { WriteTarget } from './find-target.ts';
import { isReflected } from './is-reflected.ts';
import { requireSoundRecord } from './require-sound-record.ts';

export interface PlannedRequest {
  readonly object: string;
  readonly operation: WriteOperation;
  /** Absent for a new record that cannot carry our external id. */
  readonly identity?: RecordIdentity | undefined;
  readonly record?: SourceRecord | undefined;
}

export type WritePlan =
  | { readonly kind: 'nothing'; readonly effect: 'unchanged' | 'skipped' }
  | { readonly kind: 'request'; readonly request: PlannedRequest };

/**
 * What to send for a wish, given the record that was found (or that none was).
 * @throws StepFailure also for a record that the object could not take: nothing is sent then
 */
export function planWrite(wish: WriteWish, object: ObjectManifest, target: WriteTarget | undefined): WritePlan {
  const plan = choosePlan(wish, object, target);
  if (plan.kind === 'request') requireSoundRecord(object, plan.request);
  return plan;
}

function choosePlan(wish: WriteWish, object: ObjectManifest, target: WriteTarget | undefined): WritePlan {
  const { operation, record, onConflict, recordKey } = wish;
  if (operation === 'delete') {
    return target === undefined ? { kind: 'nothing', effect: 'unchanged' } : byId(object, 'delete', target, undefined);
  }
  if (target === undefined) {
    if (operation === 'update') {
      throw businessFailure('RECORD_NOT_FOUND', `There is no ${object.name} for ${recordKey} to update.`);
    }
    const can = object.write?.operations ?? [];
    if (!carriesReference(object)) {
      return { kind: 'request', request: { object: object.name, operation: 'create', record } };
    }
    const chosen = operation === 'upsert' && can.includes('upsert') ? 'upsert' : 'create';
    const identity = { by: 'external-id', value: recordKey } as const;
    return { kind: 'request', request: { object: object.name, operation: chosen, identity, record } };
  }
  if (operation !== 'update' && onConflict === 'fail') {
    throw businessFailure('RECORD_EXISTS', `${object.name} ${recordKey} exists already, as ${target.id}.`);
  }
  if (operation !== 'update' && onConflict === 'skip') return { kind: 'nothing', effect: 'skipped' };
  if (target.record !== undefined && isReflected(record, target.record))
    return { kind: 'nothing', effect: 'unchanged' };
  return byId(object, 'update', target, record);
}

function byId(
  object: ObjectManifest,
  operation: 'update' | 'delete',
  target: WriteTarget,
  record: SourceRecord | undefined,
): WritePlan {
  const identity = { by: 'id', id: target.id } as const;
  return { kind: 'request', request: { object: object.name, operation, identity, record } };
}
