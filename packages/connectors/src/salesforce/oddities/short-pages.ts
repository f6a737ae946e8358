import { afterId } from '../../kit/pagers/after-id.ts';
import { nextUrl } from '../../kit/pagers/next-url.ts';
import type { Pager } from '../../kit/pagers/pager.ts';
import type { RowQuery } from '../../kit/session/row-query.ts';

/** The vendor's pages hold at least 200 records. */
export const SMALLEST_BATCH = 200;

const byUrl = nextUrl('nextRecordsUrl', '/services/data/');
const byId = afterId(({ Id }) => Id);

export const isShort = ({ pageSize, most }: RowQuery): boolean => most === undefined && pageSize < SMALLEST_BATCH;

/**
 * Shorter pages than the vendor's are cut with LIMIT and continued by id.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_queryoptions.htm
 */
export function shortPages(query: RowQuery): Pager {
  const { position } = query;
  const isById = position === undefined ? isShort(query) : 'after' in position;
  return isById ? byId : byUrl;
}
