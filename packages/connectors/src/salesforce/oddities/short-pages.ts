import type { SourceRecord } from '@throughline/core/connector';
import { afterId } from '../../kit/pagers/after-id.ts';
import { nextUrl } from '../../kit/pagers/next-url.ts';
import type { Pager } from '../../kit/pagers/pager.ts';
import type { RowQuery } from '../../kit/session/row-query.ts';

/** The vendor's pages hold at least 200 records. */
export const SMALLEST_BATCH = 200;

const idOf = ({ Id }: SourceRecord): unknown => Id;
const byUrl = nextUrl('nextRecordsUrl', '/services/data/', idOf);
const byId = afterId(idOf);

export const isShort = ({ pageSize, most }: RowQuery): boolean => most === undefined && pageSize < SMALLEST_BATCH;

/**
 * Shorter pages than the vendor's are cut with LIMIT and continued by id.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_queryoptions.htm
 */
export function shortPages(query: RowQuery): Pager {
  return isShort(query) && query.position?.['next'] === undefined ? byId : byUrl;
}
