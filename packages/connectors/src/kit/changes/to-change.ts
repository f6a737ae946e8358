import type { LookedRecord, RecordChange, SourceRecord } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { versionMark } from '../version-mark.ts';
import type { Call, Poll } from '../session/system.ts';

/** A record's identity and version, from its fields without its child lists. */
export function markOf(call: Call, object: ObjectManifest, record: SourceRecord): Omit<LookedRecord, 'record'> {
  const { mark } = call.wireOf(object);
  if (mark === undefined) {
    throw new ConnectorError(`${object.title} has no version to look at.`, { class: 'validation' });
  }
  const changedAt = new Date(String(record[mark])).toISOString();
  return { id: String(record[object.identity.field]), version: versionMark(changedAt, record), changedAt };
}

/** A record as a change. `deletedBy` is the field that only deleted records have, or that is true for them. */
export function toChange({ call, object }: Poll, record: SourceRecord, deletedBy: string | undefined): RecordChange {
  const change = markOf(call, object, record);
  const isDeleted = deletedBy !== undefined && ![undefined, false].includes(record[deletedBy] as undefined | false);
  return isDeleted ? { ...change, kind: 'deleted' } : { ...change, kind: 'upserted', record };
}
