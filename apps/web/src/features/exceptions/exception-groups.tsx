'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { RelativeTime } from '#ui/relative-time.tsx';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { InboxEmpty } from './inbox-empty.tsx';
import type { Inbox } from './use-inbox.ts';

const pollMs = 10_000;

/** One line per cause, largest first: the sentence, and its business code below. */
export const ExceptionGroups = ({ inbox }: { readonly inbox: Inbox }) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const query = useQuery(
    trpc.exceptions.groups.queryOptions(
      { environment: environment.key, ...inbox.request },
      { placeholderData: keepPreviousData, refetchInterval: pollMs },
    ),
  );
  return (
    <QueryView query={query}>
      {(groups) =>
        groups.length === 0 ? (
          <InboxEmpty inbox={inbox} />
        ) : (
          <ul aria-label="Exceptions by cause" className="divide-y divide-line">
            {groups.map((group) => (
              <li key={group.code}>
                <button
                  type="button"
                  onClick={() => inbox.set({ code: group.code })}
                  className="flex w-full items-center gap-4 px-4 py-2.5 text-left transition-colors hover:bg-hover"
                >
                  <span className="w-7 shrink-0 text-right text-title font-semibold text-failed">{group.count}</span>
                  <span className="min-w-0 flex-1">
                    <span className="line-clamp-2 font-medium">{group.message}</span>
                    <span className="block font-mono text-small break-all text-muted">{group.code}</span>
                  </span>
                  <span className="w-44 shrink-0 text-small text-muted max-sm:hidden">
                    {group.ownerNames.length === 0 ? 'no owner' : group.ownerNames.join(', ')}
                    {group.unowned > 0 && group.ownerNames.length > 0 && ` · ${group.unowned} without`}
                  </span>
                  <span className="w-28 shrink-0 text-small text-muted max-sm:hidden">
                    oldest <RelativeTime at={group.oldestAt} />
                  </span>
                  <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
                </button>
              </li>
            ))}
          </ul>
        )
      }
    </QueryView>
  );
};
