import type { ReadRequest, RecordIdentity, SourceRecord } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { CallScope } from '../../kit/call-scope.ts';
import { childrenOf, objectOf } from '../../kit/object-manifest.ts';
import type { SalesforceContext } from '../context.ts';
import { salesforceManifest } from '../manifest.ts';
import { toRecord } from '../record.ts';
import type { FilterValue } from '../soql.ts';
import { conditions, queryAllRows, selectionOf, withChildren } from './select.ts';

export async function readRecord(
  context: SalesforceContext,
  request: ReadRequest,
  scope: CallScope,
): Promise<SourceRecord | undefined> {
  const object = objectOf(salesforceManifest, request.object);
  const children = childrenOf(salesforceManifest, object, request.include);
  const record = await findOne(context, object, request.identity, scope);
  if (record === undefined) return undefined;
  const [complete] = await withChildren(context, [record], children, scope);
  return complete;
}

/** @throws ConnectorError `duplicate` when the identity fits more than one record. */
export async function findOne(
  context: SalesforceContext,
  object: ObjectManifest,
  identity: RecordIdentity,
  scope: CallScope,
): Promise<SourceRecord | undefined> {
  const selection = await selectionOf(context, object, scope);
  const where = conditions(filterOf(context, identity), object, selection);
  const query = { fields: selection.fields, object: object.name, where, orderBy: ['Id'], limit: 2 };
  const rows = await queryAllRows(context, query, scope);
  if (rows.length > 1) {
    throw new ConnectorError(`More than one ${object.title} fits ${where.join(' and ')}.`, {
      class: 'duplicate',
      fields: Object.keys(filterOf(context, identity)),
    });
  }
  const [row] = rows;
  return row === undefined ? undefined : toRecord(row, object, selection.fields);
}

function filterOf(context: SalesforceContext, identity: RecordIdentity): Readonly<Record<string, FilterValue>> {
  switch (identity.by) {
    case 'id':
      return { Id: identity.id };
    case 'external-id':
      return { [context.externalIdField]: identity.value };
    case 'fields':
      return identity.fields;
  }
}
