import { valueAt } from './pager.ts';
import type { Page, Pager } from './pager.ts';

/** Pages by number of records, as `limit` and `offset`. The flag at `more` says whether another page follows. */
export function offset(more: string): Pager {
  const start = ({ position }: Page) => Number(position?.['offset'] ?? 0);
  const size = ({ pageSize, most = pageSize }: Page) => Math.min(pageSize, most);
  return {
    ask: (request, page) => ({ ...request, query: { ...request.query, limit: size(page), offset: start(page) } }),
    next: (body, page) => (valueAt(body, more) === true ? { offset: start(page) + size(page) } : undefined),
    isOurs: ({ offset: at }) => Number.isInteger(at),
  };
}
