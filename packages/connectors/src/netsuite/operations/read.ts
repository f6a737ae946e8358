import type { ReadRequest, RecordIdentity, SourceRecord } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { CallScope } from '../../kit/call-scope.ts';
import { childrenOf, objectOf, requireFields } from '../../kit/object-manifest.ts';
import type { RecordKey } from '../api.ts';
import type { NetsuiteContext } from '../context.ts';
import { netsuiteManifest } from '../manifest.ts';
import { toRecord } from '../record.ts';
import { equals } from '../sql.ts';

export async function readRecord(
  context: NetsuiteContext,
  request: ReadRequest,
  scope: CallScope,
): Promise<SourceRecord | undefined> {
  const object = objectOf(netsuiteManifest, request.object);
  childrenOf(netsuiteManifest, object, request.include);
  const key = await keyOf(context, object, request.identity, scope);
  const body = key === undefined ? undefined : await context.api.get(object.name, key, scope);
  return body === undefined ? undefined : toRecord(body, object);
}

/** How the vendor addresses the record; fields are looked up by SuiteQL. @throws ConnectorError `duplicate` */
export async function keyOf(
  context: NetsuiteContext,
  object: ObjectManifest,
  identity: RecordIdentity,
  scope: CallScope,
): Promise<RecordKey | undefined> {
  if (identity.by === 'id') return { id: identity.id };
  if (identity.by === 'external-id') return { externalId: identity.value };
  const { binding, fields, schema, column } = await context.account.selection(object, scope);
  requireFields(object, Object.keys(identity.fields), new Set(fields));
  const conditions = Object.entries(identity.fields).map(([name, value]) =>
    equals(column(name), value, schema(name), name),
  );
  const where = [...(binding.where === undefined ? [] : [binding.where]), ...conditions].join(' AND ');
  const query = `SELECT r.id AS id FROM ${binding.from} WHERE ${where} ORDER BY r.id`;
  const { items } = await context.api.suiteql(query, { limit: 2, offset: 0 }, scope);
  if (items.length > 1) {
    throw new ConnectorError(`More than one ${object.title} fits ${conditions.join(' and ')}.`, {
      class: 'duplicate',
      fields: Object.keys(identity.fields),
    });
  }
  const id = items[0]?.['id'];
  return typeof id === 'string' || typeof id === 'number' ? { id: String(id) } : undefined;
}
