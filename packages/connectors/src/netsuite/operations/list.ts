import type { ListRequest, RecordPage } from '@throughline/core/connector';
import type { CallScope } from '../../kit/call-scope.ts';
import { decodeCursor, encodeCursor } from '../../kit/cursor.ts';
import { pageSize } from '../../kit/page-size.ts';
import { childrenOf, objectOf, requireFields, requireNameField } from '../../kit/object-manifest.ts';
import type { NetsuiteContext } from '../context.ts';
import { netsuiteManifest } from '../manifest.ts';
import { rowToRecord } from '../record.ts';
import { contains, equals } from '../sql.ts';
import { selectList } from './select-list.ts';

/** Lists header fields by SuiteQL, ordered by id, because without an order the vendor's pages overlap. */
export async function listRecords(
  context: NetsuiteContext,
  request: ListRequest,
  scope: CallScope,
): Promise<RecordPage> {
  const object = objectOf(netsuiteManifest, request.object);
  childrenOf(netsuiteManifest, object, request.include);
  const selection = await context.account.selection(object, scope);
  const { binding, fields, schema, column } = selection;
  const where = request.where ?? {};
  requireFields(object, Object.keys(where), new Set(fields));
  const conditions = [
    ...(binding.where === undefined ? [] : [binding.where]),
    ...Object.entries(where).map(([name, value]) => equals(column(name), value, schema(name), name)),
  ];
  if (request.nameHas !== undefined) conditions.push(contains(column(requireNameField(object)), request.nameHas));
  const newest = binding.hasMark ? `${column('lastModifiedDate')} DESC, r.id DESC` : 'r.id DESC';
  const query = [
    `SELECT ${selectList(selection)} FROM ${binding.from}`,
    conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    `ORDER BY ${request.newestFirst === true ? newest : 'r.id'}`,
  ];
  const offset = request.cursor === undefined ? 0 : decodeCursor(request.cursor, isOffset).offset;
  const limit = pageSize(request.limit, object.read.pageSize);
  const page = await context.api.suiteql(query.filter(Boolean).join(' '), { limit, offset }, scope);
  return {
    records: page.items.map((row) => rowToRecord(row, object, fields)),
    ...(page.hasMore && request.newestFirst !== true && { nextCursor: encodeCursor({ offset: offset + limit }) }),
  };
}

function isOffset(value: object): value is { offset: number } {
  return 'offset' in value && Number.isInteger(value.offset);
}
