import { useQuery } from '@tanstack/react-query';
import { CircleDashed, Inbox as InboxIcon, SearchX } from 'lucide-react';
import { EmptyState } from '#ui/states.tsx';
import { useNothingArrived } from '../overview/nothing-arrived.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import type { Inbox } from './use-inbox.ts';

export const InboxEmpty = ({ inbox }: { readonly inbox: Inbox }) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const presence = useQuery(trpc.overview.presence.queryOptions({ environment: environment.key }));
  const nothing = useNothingArrived(presence.data);
  if (inbox.isFiltered) {
    return (
      <EmptyState icon={<SearchX aria-hidden />} title="Nothing matches">
        Change the search, or clear a filter.
      </EmptyState>
    );
  }
  if (nothing !== undefined) {
    return (
      <EmptyState icon={<CircleDashed aria-hidden />} title={nothing.title}>
        {nothing.text}
      </EmptyState>
    );
  }
  // Nothing is claimed until it is known whether anything is live.
  if (presence.data === undefined) return null;
  return inbox.url.state === 'open' ? (
    <EmptyState icon={<InboxIcon aria-hidden />} title="Nothing is stuck">
      No exception is open. A record that cannot be delivered waits here with its reason, its payload and a way out.
    </EmptyState>
  ) : (
    <EmptyState icon={<InboxIcon aria-hidden />} title="No exception was resolved yet" />
  );
};
