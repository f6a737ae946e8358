import type { ListRequest, RecordPage, SourceRecord } from '@throughline/core/connector';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { CallScope } from '../../kit/call-scope.ts';
import { decodeCursor, encodeCursor } from '../../kit/cursor.ts';
import { pageSize } from '../../kit/page-size.ts';
import { childrenOf, fieldNames, objectOf, requireFields, requireNameField } from '../../kit/object-manifest.ts';
import type { KantataContext } from '../context.ts';
import { kantataManifest } from '../manifest.ts';
import { toRecord } from '../record.ts';
import { resourceOf } from '../api.ts';
import { fits, serverFilter } from './find-all.ts';
import { withChildren } from './read.ts';

/**
 * Reads a page of the vendor's list. When a filter is applied here, a page can hold fewer records than requested, or
 * even none.
 */
export async function listRecords(
  context: KantataContext,
  request: ListRequest,
  scope: CallScope,
): Promise<RecordPage> {
  const object = objectOf(kantataManifest, request.object);
  const children = childrenOf(kantataManifest, object, request.include);
  const where = request.where ?? {};
  requireFields(object, Object.keys(where), fieldNames(object));
  const page = request.cursor === undefined ? 1 : decodeCursor(request.cursor, isPage).page;
  const perPage = pageSize(request.limit, object.read.pageSize);
  const { nameHas, newestFirst } = request;
  const { nameFilter, sortsByChange } = resourceOf(object.name);
  const query = {
    ...serverFilter(object, where),
    ...(nameHas !== undefined && nameFilter !== undefined && { [nameFilter]: nameHas }),
    // A list that cannot be sorted by it comes in the vendor's own order.
    ...(newestFirst === true && sortsByChange && { order: 'updated_at:desc' }),
    page,
    per_page: perPage,
  };
  const { records, count } = await context.api.list(object.name, query, scope);
  const isWanted = nameTest(object, nameHas);
  const matching = records
    .filter((record) => fits(record, where) && isWanted(record))
    .map((record) => toRecord(record, object));
  const isLast = page * perPage >= count || records.length === 0;
  return {
    records: await withChildren(context, matching, children, scope),
    ...(!isLast && newestFirst !== true && { nextCursor: encodeCursor({ page: page + 1 }) }),
  };
}

function isPage(value: object): value is { page: number } {
  return 'page' in value && Number.isInteger(value.page);
}

/** The vendor's search looks into other fields too, and some lists have none. */
function nameTest(object: ObjectManifest, part: string | undefined): (record: SourceRecord) => boolean {
  if (part === undefined) return () => true;
  const field = requireNameField(object);
  return ({ [field]: name }) => typeof name === 'string' && name.toLowerCase().includes(part.toLowerCase());
}
