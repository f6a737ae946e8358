import type { ListRequest, RecordPage } from '@throughline/core/connector';
import type { CallScope } from '../../kit/call-scope.ts';
import { decodeCursor, encodeCursor } from '../../kit/cursor.ts';
import { pageSize } from '../../kit/page-size.ts';
import { childrenOf, objectOf, requireNameField } from '../../kit/object-manifest.ts';
import type { SalesforceContext } from '../context.ts';
import { salesforceManifest } from '../manifest.ts';
import { idOf, toRecord } from '../record.ts';
import { buildSoql, contains, quote } from '../soql.ts';
import { conditions, selectionOf, withChildren, withFreshSchema } from './select.ts';

/** The vendor's query pages hold at least 200 records. Shorter ones are cut with LIMIT and continued by id. */
const SMALLEST_BATCH = 200;

type ListCursor = { readonly next: string } | { readonly after: string };

export async function listRecords(
  context: SalesforceContext,
  request: ListRequest,
  scope: CallScope,
): Promise<RecordPage> {
  const object = objectOf(salesforceManifest, request.object);
  const children = childrenOf(salesforceManifest, object, request.include);
  const selection = await selectionOf(context, object, scope);
  const cursor = request.cursor === undefined ? undefined : decodeCursor(request.cursor, isListCursor);
  const limit = pageSize(request.limit, object.read.pageSize);
  const isShort = limit < SMALLEST_BATCH;

  const where = [...conditions(request.where ?? {}, object, selection)];
  if (request.nameHas !== undefined) where.push(contains(requireNameField(object), request.nameHas));
  if (cursor !== undefined && 'after' in cursor) where.push(`Id > ${quote(cursor.after)}`);
  const soql = buildSoql({
    fields: selection.fields,
    object: object.name,
    where,
    orderBy: request.newestFirst === true ? ['SystemModstamp DESC', 'Id DESC'] : ['Id'],
    limit: isShort ? limit : undefined,
  });
  const page = await withFreshSchema(context, () =>
    cursor !== undefined && 'next' in cursor
      ? context.api.next(cursor.next, scope)
      : context.api.query(soql, scope, { batchSize: Math.max(limit, SMALLEST_BATCH) }),
  );
  const records = page.records.map((row) => toRecord(row, object, selection.fields));
  const last = records.at(-1);
  const next: ListCursor | undefined = isShort
    ? records.length === limit && last !== undefined
      ? { after: idOf(last) }
      : undefined
    : page.nextRecordsUrl !== undefined && !page.done
      ? { next: page.nextRecordsUrl }
      : undefined;
  return {
    records: await withChildren(context, records, children, scope),
    ...(next !== undefined && request.newestFirst !== true && { nextCursor: encodeCursor(next) }),
  };
}

/** A next URL comes from outside, so only a path on the same host is followed. */
function isListCursor(value: object): value is ListCursor {
  if ('next' in value) return typeof value.next === 'string' && value.next.startsWith('/services/data/');
  return 'after' in value && typeof value.after === 'string';
}
