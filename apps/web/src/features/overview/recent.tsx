'use client';
import Link from 'next/link';
import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { DataTable } from '#ui/data-table.tsx';
import { Panel } from '#ui/panel.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { runColumns } from '../runs/run-columns.tsx';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

const pollMs = 5000;

const useRecent = () => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  return useQuery(trpc.overview.recent.queryOptions({ environment: environment.key }, { refetchInterval: pollMs }));
};

export const RecentRuns = () => {
  const { pathTo } = useWorkspace();
  const query = useRecent();
  return (
    <Panel
      title="Latest runs"
      isFlush
      actions={
        <Link href={pathTo('runs')} className="text-small text-accent hover:underline">
          All runs
        </Link>
      }
    >
      <QueryView query={query}>
        {({ runs }) =>
          runs.length === 0 ? (
            <p className="p-4 text-muted">No flow has run here yet.</p>
          ) : (
            <DataTable
              label="Latest runs"
              columns={runColumns}
              rows={runs}
              keyOf={({ id }) => id}
              hrefOf={({ id }) => pathTo('runs', id)}
            />
          )
        }
      </QueryView>
    </Panel>
  );
};

export const RecentReleases = () => {
  const { pathTo } = useWorkspace();
  const query = useRecent();
  return (
    <Panel
      title="What changed last"
      actions={
        <Link href={`${pathTo('changes')}?view=releases`} className="text-small text-accent hover:underline">
          All releases
        </Link>
      }
    >
      <QueryView query={query}>
        {({ releases }) =>
          releases.length === 0 ? (
            <p className="text-muted">Nothing was published to this environment yet.</p>
          ) : (
            <ol className="flex flex-col gap-2.5">
              {releases.map(
                ({ id, number, changeNumber, changeTitle, rollsBackNumber, publishedByName, publishedAt }) => (
                  <li key={id}>
                    <p className="truncate font-medium">
                      {rollsBackNumber !== null && (
                        <Undo2 aria-label="Rollback of" className="mr-1 inline size-3.5 text-review" />
                      )}
                      {changeNumber === null ? (
                        `Release ${number}`
                      ) : (
                        <Link href={pathTo('changes', String(changeNumber))} className="hover:underline">
                          {changeTitle}
                        </Link>
                      )}
                    </p>
                    <p className="text-small text-muted">
                      release {number} by {publishedByName ?? 'a former member'}, <RelativeTime at={publishedAt} />
                    </p>
                  </li>
                ),
              )}
            </ol>
          )
        }
      </QueryView>
    </Panel>
  );
};
