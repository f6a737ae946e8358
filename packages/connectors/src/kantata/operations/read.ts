import type { ReadRequest, RecordIdentity, SourceRecord } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { CallScope } from '../../kit/call-scope.ts';
import { childrenOf, fieldNames, objectOf, requireFields } from '../../kit/object-manifest.ts';
import type { ChildList } from '../../kit/object-manifest.ts';
import type { KantataContext } from '../context.ts';
import { findByReference } from '../external-reference.ts';
import { kantataManifest } from '../manifest.ts';
import { idOf, toRecord } from '../record.ts';
import { findAll } from './find-all.ts';

export async function readRecord(
  context: KantataContext,
  request: ReadRequest,
  scope: CallScope,
): Promise<SourceRecord | undefined> {
  const object = objectOf(kantataManifest, request.object);
  const children = childrenOf(kantataManifest, object, request.include);
  const record = await findOne(context, object, request.identity, scope);
  if (record === undefined) return undefined;
  const [complete] = await withChildren(context, [record], children, scope);
  return complete;
}

/** @throws ConnectorError `duplicate` when the identity fits more than one record. */
export async function findOne(
  context: KantataContext,
  object: ObjectManifest,
  identity: RecordIdentity,
  scope: CallScope,
): Promise<SourceRecord | undefined> {
  const raw = await findRaw(context, object, identity, scope);
  return raw === undefined ? undefined : toRecord(raw, object);
}

async function findRaw(
  context: KantataContext,
  object: ObjectManifest,
  identity: RecordIdentity,
  scope: CallScope,
): Promise<SourceRecord | undefined> {
  if (identity.by === 'id') return context.api.get(object.name, identity.id, scope);
  if (identity.by === 'external-id') return findByReference(context, object, identity.value, scope);
  requireFields(object, Object.keys(identity.fields), fieldNames(object));
  const found = await findAll(context, object, identity.fields, scope);
  if (found.length > 1) {
    const list = Object.entries(identity.fields).map(([name, value]) => `${name} ${value}`);
    throw new ConnectorError(`More than one ${object.title} fits ${list.join(' and ')}.`, {
      class: 'duplicate',
      fields: Object.keys(identity.fields),
    });
  }
  return found[0];
}

/** Puts each child list under its name, with an empty list where there is none. */
export async function withChildren(
  context: KantataContext,
  records: readonly SourceRecord[],
  children: readonly ChildList[],
  scope: CallScope,
): Promise<readonly SourceRecord[]> {
  const complete: SourceRecord[] = [];
  for (const record of records) {
    const lists: Record<string, readonly SourceRecord[]> = {};
    for (const { name, object, foreignKey } of children) {
      const raw = await findAll(context, object, { [foreignKey]: idOf(record) }, scope);
      lists[name] = raw.map((each) => toRecord(each, object));
    }
    complete.push({ ...record, ...lists });
  }
  return complete;
}
