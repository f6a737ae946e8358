'use client';
import type { ReactNode } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { GitPullRequestArrow, SearchX } from 'lucide-react';
import { changeFilterNames } from '#server/changes/change-filters.ts';
import type { ChangeSummary } from '#server/changes/list-changes.ts';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { Pager } from '#ui/pager.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { SearchInput } from '#ui/search-input.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { EmptyState } from '#ui/states.tsx';
import { ListFrame, Toolbar } from '#ui/toolbar.tsx';
import { useUrlState } from '#ui/use-url-state.ts';
import { KindIcon } from '../definitions/kind-icon.tsx';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { ChangeStatePill } from './change-state-pill.tsx';

const filterWords = { running: 'Running', review: 'In review', published: 'Published', all: 'All' } as const;
const pollMs = 15_000;

export const ChangeList = ({ create }: { readonly create: ReactNode }) => {
  const trpc = useTRPC();
  const { pathTo } = useWorkspace();
  const [url, setUrl] = useUrlState({ q: '', state: 'running', page: '1' });
  const filter = changeFilterNames.find((each) => each === url.state) ?? 'running';
  const query = useQuery(
    trpc.changes.list.queryOptions(
      { text: url.q, filter, page: Number(url.page) || 1 },
      { placeholderData: keepPreviousData, refetchInterval: pollMs },
    ),
  );
  return (
    <>
      <Toolbar>
        <SearchInput
          value={url.q}
          onChange={(q) => setUrl({ q })}
          label="Search changes"
          placeholder="Title or number"
          className="w-64 max-sm:w-full"
        />
        <Segmented
          label="State"
          value={filter}
          onChange={(state) => setUrl({ state })}
          segments={changeFilterNames.map((value) => ({ value, label: filterWords[value] }))}
        />
      </Toolbar>
      <ListFrame>
        <QueryView query={query}>
          {(page) =>
            page.rows.length > 0 ? (
              <>
                <DataTable
                  label="Changes"
                  columns={columns}
                  rows={page.rows}
                  keyOf={({ id }) => id}
                  hrefOf={({ number }) => pathTo('changes', String(number))}
                />
                <Pager {...page} onChange={(next) => setUrl({ page: String(next) })} />
              </>
            ) : url.q !== '' ? (
              <EmptyState icon={<SearchX aria-hidden />} title="No change matches">
                Change the search or the filter.
              </EmptyState>
            ) : (
              <EmptyState icon={<GitPullRequestArrow aria-hidden />} title={emptyTitles[filter]} action={create}>
                Edit a flow or a mapping, then put the drafts into a change and submit it for review.
              </EmptyState>
            )
          }
        </QueryView>
      </ListFrame>
    </>
  );
};

const emptyTitles = {
  running: 'No change is under way',
  review: 'Nothing waits for review',
  published: 'Nothing was published yet',
  all: 'No changes yet',
} as const;

const columns: readonly Column<ChangeSummary>[] = [
  {
    key: 'title',
    title: 'Change',
    cell: (row) => (
      <span className="flex min-w-40 flex-col wrap-anywhere">
        <span className="font-medium">{row.title}</span>
        <span className="text-small text-muted">
          #{row.number} by {row.createdByName ?? 'a former member'}
        </span>
      </span>
    ),
  },
  {
    key: 'state',
    title: 'State',
    cell: (row) => <ChangeStatePill state={row.state} isRolledBack={row.isRolledBack} />,
  },
  {
    key: 'items',
    title: 'Contents',
    isWideOnly: true,
    cell: ({ items }) => (
      <span className="flex max-w-md flex-wrap gap-x-3 gap-y-0.5">
        {items.slice(0, 3).map(({ kind, key, name }) => (
          <span key={`${kind}:${key}`} className="flex min-w-0 items-center gap-1">
            <KindIcon kind={kind} />
            <span className="min-w-0 wrap-anywhere">{name}</span>
          </span>
        ))}
        {items.length > 3 && <span className="text-muted">and {items.length - 3} more</span>}
        {items.length === 0 && <span className="text-muted">empty</span>}
      </span>
    ),
  },
  {
    key: 'when',
    title: 'Submitted',
    className: 'text-right',
    cell: ({ submittedAt }) =>
      submittedAt === null ? <span className="text-muted">not yet</span> : <RelativeTime at={submittedAt} />,
  },
];
