'use client';
import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '#ui/page-header.tsx';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { ActivityChart } from './activity-chart.tsx';
import { Causes } from './causes.tsx';
import { Figures } from './figures.tsx';
import { HealthPanel } from './health-panel.tsx';
import { RecentReleases, RecentRuns } from './recent.tsx';
import { StuckBand } from './stuck-band.tsx';

const pollMs = 5000;

/**
 * Shows at a glance whether anything is stuck, what moved today, whether the systems are healthy, and what changed
 * last.
 */
export const OverviewPage = () => {
  const trpc = useTRPC();
  const { environment, organisation } = useWorkspace();
  const figures = useQuery(
    trpc.overview.figures.queryOptions({ environment: environment.key }, { refetchInterval: pollMs }),
  );
  return (
    <>
      <PageHeader title="Overview" detail={`${organisation.name}, ${environment.name}`} />
      <QueryView query={figures}>
        {(data) => (
          <div className="flex flex-col gap-4 px-4 pb-8 lg:px-6">
            <StuckBand figures={data} />
            <Figures figures={data} />
            <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
              <div className="flex min-w-0 flex-col gap-4">
                <ActivityChart hours={data.activity} />
                <div className="grid items-start gap-4 lg:grid-cols-2">
                  <Causes causes={data.causes} />
                  <RecentReleases />
                </div>
                <RecentRuns />
              </div>
              <HealthPanel connections={data.connections} />
            </div>
          </div>
        )}
      </QueryView>
    </>
  );
};
