import { Inbox as InboxIcon, SearchX } from 'lucide-react';
import { EmptyState } from '#ui/states.tsx';
import type { Inbox } from './use-inbox.ts';

export const InboxEmpty = ({ inbox }: { readonly inbox: Inbox }) =>
  inbox.isFiltered ? (
    <EmptyState icon={<SearchX aria-hidden />} title="Nothing matches">
      Change the search, or clear a filter.
    </EmptyState>
  ) : inbox.url.state === 'open' ? (
    <EmptyState icon={<InboxIcon aria-hidden />} title="Nothing is stuck">
      A record that cannot be delivered waits here with its reason, its payload and a way out.
    </EmptyState>
  ) : (
    <EmptyState icon={<InboxIcon aria-hidden />} title="Nothing here yet" />
  );
