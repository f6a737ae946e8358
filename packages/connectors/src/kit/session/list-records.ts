import type { ListRequest, RecordPage } from '@throughline/core/connector';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { childrenOf, objectOf, requireNameField } from '../object-manifest.ts';
import { pageSize } from '../page-size.ts';
import type { Position } from '../pagers/pager.ts';
import { requireFilterable, withChildren } from './read-record.ts';
import { pagerOf, readPage } from './read-rows.ts';
import { equalTo } from './row-query.ts';
import type { Condition, RowQuery } from './row-query.ts';
import type { Call } from './system.ts';

/** Where filters are applied on our side, a page can hold fewer records than wanted, or even none. */
export async function listRecords(call: Call, request: ListRequest): Promise<RecordPage> {
  const object = objectOf(call.manifest, request.object);
  const children = childrenOf(call.manifest, object, request.include);
  const where: Condition[] = [...equalTo(request.where ?? {})];
  await requireFilterable(call, object, where);
  if (request.nameHas !== undefined) {
    where.push({ test: 'contains', field: requireNameField(object), text: request.nameHas });
  }
  const first: RowQuery = {
    where,
    order: request.newestFirst === true ? 'newest' : 'id',
    pageSize: pageSize(request.limit, object.read.pageSize),
  };
  const isOurs = (value: object): value is Position =>
    isPosition(value) && pagerOf(call, object, { ...first, position: value }).isOurs(value);
  const query = request.cursor === undefined ? first : { ...first, position: decodeCursor(request.cursor, isOurs) };
  const { records, next } = await readPage(call, object, query);
  return {
    records: await withChildren(call, object, records, children),
    ...(next !== undefined && request.newestFirst !== true && { nextCursor: encodeCursor(next) }),
  };
}

function isPosition(value: object): value is Position {
  return Object.values(value).every((each) => typeof each === 'string' || typeof each === 'number');
}
