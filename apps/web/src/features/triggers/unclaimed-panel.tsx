'use client';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '#ui/panel.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { EventList } from './event-list.tsx';

/** What the system sent while no live flow listened. It is kept for a while, so that nothing is lost silently. */
export const UnclaimedPanel = ({ connectionId }: { readonly connectionId: string }) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const query = useQuery(trpc.triggers.unclaimed.queryOptions({ environment: environment.key, connectionId }));
  return (
    <Panel title="Heard, nobody listens">
      <QueryView query={query}>
        {({ objects, events }) =>
          events.length === 0 ? (
            <p className="text-muted">Every webhook that came found a live flow that listens to it.</p>
          ) : (
            <div className="flex flex-col gap-2.5">
              <p className="text-muted">
                No live flow listens to these. They are kept for 30 days, the newest 1,000; a flow that goes live can
                take them up.
              </p>
              <ul className="flex flex-col gap-1">
                {objects.map(({ object, count, newestAt }) => (
                  <li key={object} className="flex items-baseline gap-2">
                    <span className="flex-1">{object}</span>
                    <span className="tabular-nums">{count}</span>
                    <RelativeTime at={newestAt} />
                  </li>
                ))}
              </ul>
              <EventList label="Events that nobody listens to" events={events} />
            </div>
          )
        }
      </QueryView>
    </Panel>
  );
};
