'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { DataTable } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { EmptyState } from '#ui/states.tsx';
import { ListFrame } from '#ui/toolbar.tsx';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { runColumns } from './run-columns.tsx';
import { NoRuns } from './no-runs.tsx';
import { RunFilters } from './run-filters.tsx';
import { StartRun } from './start-run.tsx';
import { useRunFilters } from './use-run-filters.ts';

const pollMs = 3000;

export const RunsPage = () => {
  const trpc = useTRPC();
  const { can, environment, pathTo } = useWorkspace();
  const filters = useRunFilters();
  const query = useQuery(
    trpc.runs.list.queryOptions(
      { environment: environment.key, ...filters.request },
      { placeholderData: keepPreviousData, refetchInterval: pollMs },
    ),
  );
  return (
    <>
      <PageHeader
        title="Runs"
        detail="Every execution of a flow in this environment. The list updates by itself."
        actions={can('operator') && <StartRun />}
      />
      <RunFilters filters={filters} />
      <ListFrame>
        <QueryView query={query}>
          {(page) =>
            page.rows.length > 0 ? (
              <>
                <DataTable
                  label="Runs"
                  columns={runColumns}
                  rows={page.rows}
                  keyOf={({ id }) => id}
                  hrefOf={({ id }) => pathTo('runs', id)}
                />
                <Pager {...page} onChange={(next) => filters.set({ page: String(next) })} />
              </>
            ) : filters.isFiltered ? (
              <EmptyState icon={<SearchX aria-hidden />} title="No run matches">
                Change the search, or clear a filter.
              </EmptyState>
            ) : (
              <NoRuns />
            )
          }
        </QueryView>
      </ListFrame>
    </>
  );
};
