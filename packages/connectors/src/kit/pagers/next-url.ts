import type { SourceRecord } from '@throughline/core/connector';
import { valueAt } from './pager.ts';
import type { Pager } from './pager.ts';

/**
 * The reply holds the address of the next page. Addresses come back from outside, so only those below `root` count. A
 * vendor forgets such an address sooner or later; a list by id then goes on after the last id, which the system's request
 * adds as a test.
 */
export function nextUrl(path: string, root: string, idOf: (row: SourceRecord) => unknown): Pager {
  return {
    ask: (request, { position }) =>
      position?.['next'] === undefined
        ? request
        : { method: 'GET', path: String(position['next']), isRepeatable: true },
    next: (body, _page, rows) => {
      const next = valueAt(body, path);
      const last = rows.at(-1);
      return typeof next === 'string' ? { next, ...(last !== undefined && { last: String(idOf(last)) }) } : undefined;
    },
    resume: ({ last }) => (last === undefined ? undefined : { after: last }),
    isOurs: ({ next, after }) => (next === undefined ? after !== undefined : String(next).startsWith(root)),
  };
}
