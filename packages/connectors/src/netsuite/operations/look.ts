import type { LookedRecord, ReadRequest, SourceRecord } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { CallScope } from '../../kit/call-scope.ts';
import { objectOf } from '../../kit/object-manifest.ts';
import { versionMark } from '../../kit/version-mark.ts';
import type { NetsuiteContext } from '../context.ts';
import { netsuiteManifest } from '../manifest.ts';
import { rowToRecord } from '../record.ts';
import { quote } from '../sql.ts';
import { keyOf, readRecord } from './read.ts';
import { selectList } from './select-list.ts';

/** A record's identity and version, from the fields that SuiteQL shows of it. */
export function markOf(row: SourceRecord): Omit<LookedRecord, 'record'> {
  const changedAt = String(row['lastModifiedDate']);
  return { id: String(row['id']), version: versionMark(changedAt, row), changedAt };
}

/**
 * The version comes from SuiteQL, as in `changes`, and the record from the record service, which alone has the lists.
 * The version is read first: if the record changes between the two reads, it is newer than its version, and the next
 * poll reports it again.
 */
export async function lookAtRecord(
  context: NetsuiteContext,
  request: ReadRequest,
  scope: CallScope,
): Promise<LookedRecord | undefined> {
  const object = objectOf(netsuiteManifest, request.object);
  if (object.changes === undefined) {
    throw new ConnectorError(`${object.title} has no version to look at.`, { class: 'validation' });
  }
  const key = await keyOf(context, object, request.identity, scope);
  const id = key === undefined || 'id' in key ? key?.id : await context.api.findId(object.name, key, scope);
  if (id === undefined) return undefined;
  const selection = await context.account.selection(object, scope);
  const { from, where: bound } = selection.binding;
  const where = [...(bound === undefined ? [] : [bound]), `r.id = ${quote(id)}`].join(' AND ');
  const query = `SELECT ${selectList(selection)} FROM ${from} WHERE ${where}`;
  const { items } = await context.api.suiteql(query, { limit: 1, offset: 0 }, scope);
  const [row] = items;
  const record = await readRecord(context, { ...request, identity: { by: 'id', id } }, scope);
  if (row === undefined || record === undefined) return undefined;
  return { ...markOf(rowToRecord(row, object, selection.fields)), record };
}
