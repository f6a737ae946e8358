import { valueAt } from './pager.ts';
import type { Page, Pager } from './pager.ts';

/** Pages by number, as `page` and `size`. The number at `total` counts the records of all pages. */
export function page(names: { readonly size: string; readonly total: string }): Pager {
  const numberOf = ({ position }: Page) => Number(position?.['page'] ?? 1);
  return {
    ask: (request, asked) => ({
      ...request,
      query: { ...request.query, page: numberOf(asked), [names.size]: asked.pageSize },
    }),
    next: (body, asked, rows) => {
      const isLast = numberOf(asked) * asked.pageSize >= Number(valueAt(body, names.total)) || rows.length === 0;
      return isLast ? undefined : { page: numberOf(asked) + 1 };
    },
    isOurs: ({ page: number }) => Number.isInteger(number),
  };
}
