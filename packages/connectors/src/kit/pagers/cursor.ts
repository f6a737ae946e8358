import { valueAt } from './pager.ts';
import type { Pager } from './pager.ts';

/** The reply holds a text for the next page, which goes back as `after`; in a search, in the body beside its filters. */
export function cursor(path: string): Pager {
  return {
    ask: (request, { pageSize: limit, position }) => {
      const page = { limit, ...(position !== undefined && { after: position['after'] }) };
      return request.method === 'POST'
        ? { ...request, body: { ...(request.body as object), ...page } }
        : { ...request, query: { ...request.query, ...page } };
    },
    next: (body) => {
      const after = valueAt(body, path);
      return typeof after === 'string' ? { after } : undefined;
    },
    isOurs: ({ after }) => typeof after === 'string',
  };
}
