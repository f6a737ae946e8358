import type { LookedRecord, ReadRequest, SourceRecord } from '@throughline/core/connector';
import type { CallScope } from '../../kit/call-scope.ts';
import { childrenOf, objectOf } from '../../kit/object-manifest.ts';
import { versionMark } from '../../kit/version-mark.ts';
import type { KantataContext } from '../context.ts';
import { kantataManifest } from '../manifest.ts';
import { idOf } from '../record.ts';
import { findOne, withChildren } from './read.ts';

const MARK = 'updated_at';

/** A record's identity and version, from its fields without its child lists. */
export function markOf(record: SourceRecord): Omit<LookedRecord, 'record'> {
  const changedAt = new Date(String(record[MARK])).toISOString();
  return { id: idOf(record), version: versionMark(changedAt, record), changedAt };
}

export async function lookAtRecord(
  context: KantataContext,
  request: ReadRequest,
  scope: CallScope,
): Promise<LookedRecord | undefined> {
  const object = objectOf(kantataManifest, request.object);
  const children = childrenOf(kantataManifest, object, request.include);
  const found = await findOne(context, object, request.identity, scope);
  if (found === undefined) return undefined;
  const [record = found] = await withChildren(context, [found], children, scope);
  return { ...markOf(found), record };
}
