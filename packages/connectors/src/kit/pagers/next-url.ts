import { valueAt } from './pager.ts';
import type { Pager } from './pager.ts';

/** The reply holds the address of the next page. Addresses come back from outside, so only those below `root` count. */
export function nextUrl(path: string, root: string): Pager {
  return {
    ask: (request, { position }) =>
      position === undefined ? request : { method: 'GET', path: String(position['next']), isRepeatable: true },
    next: (body) => {
      const next = valueAt(body, path);
      return typeof next === 'string' ? { next } : undefined;
    },
    isOurs: ({ next }) => typeof next === 'string' && next.startsWith(root),
  };
}
