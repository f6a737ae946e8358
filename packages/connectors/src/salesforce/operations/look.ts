import type { LookedRecord, ReadRequest, SourceRecord } from '@throughline/core/connector';
import type { CallScope } from '../../kit/call-scope.ts';
import { childrenOf, objectOf } from '../../kit/object-manifest.ts';
import { versionMark } from '../../kit/version-mark.ts';
import type { SalesforceContext } from '../context.ts';
import { salesforceManifest } from '../manifest.ts';
import { idOf } from '../record.ts';
import { findOne } from './read.ts';
import { withChildren } from './select.ts';

const MARK = 'SystemModstamp';

/** A record's identity and version, from its fields without its child lists. */
export function markOf(record: SourceRecord): Omit<LookedRecord, 'record'> {
  const changedAt = new Date(String(record[MARK])).toISOString();
  return { id: idOf(record), version: versionMark(changedAt, record), changedAt };
}

export async function lookAtRecord(
  context: SalesforceContext,
  request: ReadRequest,
  scope: CallScope,
): Promise<LookedRecord | undefined> {
  const object = objectOf(salesforceManifest, request.object);
  const children = childrenOf(salesforceManifest, object, request.include);
  const found = await findOne(context, object, request.identity, scope);
  if (found === undefined) return undefined;
  const [record = found] = await withChildren(context, [found], children, scope);
  return { ...markOf(found), record };
}
