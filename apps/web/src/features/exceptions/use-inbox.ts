'use client';
import { exceptionFilters, type ExceptionFilter } from '#server/exceptions/exception-filters.ts';
import { useUrlState, type UrlState } from '#ui/use-url-state.ts';

type Name = 'q' | 'state' | 'owner' | 'by' | 'code' | 'page';

export interface Inbox {
  readonly url: UrlState<Name>;
  readonly set: (changes: Partial<UrlState<Name>>) => void;
  readonly isFiltered: boolean;
  readonly request: { readonly text: string; readonly filter: ExceptionFilter; readonly owner?: string };
}

const defaults = { q: '', state: 'open', owner: '', by: 'cause', code: '', page: '1' } as const;

/** The inbox view from the URL, and the corresponding request. */
export const useInbox = (): Inbox => {
  const [url, set] = useUrlState<Name>(defaults);
  return {
    url,
    set,
    isFiltered: url.q !== '' || url.owner !== '' || url.code !== '',
    request: {
      text: url.q,
      filter: exceptionFilters.find((each) => each === url.state) ?? 'open',
      ...(url.owner === '' ? {} : { owner: url.owner }),
    },
  };
};
