import type { SourceRecord } from '@throughline/core/connector';
import type { Pager, Position } from './pager.ts';

/**
 * The next page holds the records with a greater id than the last one. The system's request adds that test, so a page is
 * never moved by what changes meanwhile, and no cursor can expire.
 */
export function afterId(idOf: (row: SourceRecord) => unknown): Pager {
  return {
    ask: (request) => request,
    next: (_body, { pageSize }, rows) => {
      const last = rows.at(-1);
      return last === undefined || rows.length < pageSize ? undefined : { after: String(idOf(last)) };
    },
    isOurs: ({ after }: Position) => typeof after === 'string',
  };
}
