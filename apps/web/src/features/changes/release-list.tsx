'use client';
import { useState } from 'react';
import Link from 'next/link';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Rocket, Undo2 } from 'lucide-react';
import type { ReleaseSummary } from '#server/releases/list-releases.ts';
import { Button } from '#ui/button.tsx';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { Pager } from '#ui/pager.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { EmptyState } from '#ui/states.tsx';
import { ListFrame } from '#ui/toolbar.tsx';
import { useUrlState } from '#ui/use-url-state.ts';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { RollBackDialog } from './roll-back-dialog.tsx';

/** What went live in this environment, and when. */
export const ReleaseList = () => {
  const trpc = useTRPC();
  const { can, environment, pathTo } = useWorkspace();
  const [url, setUrl] = useUrlState({ view: 'changes', page: '1' });
  const [rollingBack, setRollingBack] = useState<ReleaseSummary>();
  const query = useQuery(
    trpc.releases.list.queryOptions(
      { environment: environment.key, page: Number(url.page) || 1 },
      { placeholderData: keepPreviousData },
    ),
  );
  const columns = columnsFor(pathTo, can('approver') ? setRollingBack : undefined);
  return (
    <>
      <ListFrame>
        <QueryView query={query}>
          {(page) =>
            page.rows.length > 0 ? (
              <>
                <DataTable label="Releases" columns={columns} rows={page.rows} keyOf={({ id }) => id} />
                <Pager {...page} onChange={(next) => setUrl({ page: String(next) })} />
              </>
            ) : (
              <EmptyState icon={<Rocket aria-hidden />} title={`Nothing was published to ${environment.name} yet`}>
                An approved change becomes a release when it is published.
              </EmptyState>
            )
          }
        </QueryView>
      </ListFrame>
      {rollingBack !== undefined && (
        <RollBackDialog
          release={rollingBack}
          isOpen
          onOpenChange={(isOpen) => setRollingBack(isOpen ? rollingBack : undefined)}
        />
      )}
    </>
  );
};

const columnsFor = (
  pathTo: (...parts: string[]) => string,
  onRollBack: ((release: ReleaseSummary) => void) | undefined,
): readonly Column<ReleaseSummary>[] => [
  {
    key: 'number',
    title: 'Release',
    className: 'w-24',
    cell: ({ number }) => <span className="font-medium">{number}</span>,
  },
  {
    key: 'change',
    title: 'Change',
    cell: ({ changeNumber, changeTitle, rollsBackNumber }) => (
      <span className="flex flex-col">
        {changeNumber === null ? (
          '–'
        ) : (
          <Link href={pathTo('changes', String(changeNumber))} className="font-medium hover:underline">
            {changeTitle}
          </Link>
        )}
        {rollsBackNumber !== null && (
          <span className="flex items-center gap-1 text-small text-review">
            <Undo2 aria-hidden className="size-3" />
            undoes release {rollsBackNumber}
          </span>
        )}
      </span>
    ),
  },
  { key: 'note', title: 'Note', isWideOnly: true, cell: ({ note }) => <span className="text-muted">{note}</span> },
  {
    key: 'by',
    title: 'Published by',
    isWideOnly: true,
    cell: ({ publishedByName }) => publishedByName ?? 'a former member',
  },
  { key: 'when', title: 'When', cell: ({ publishedAt }) => <RelativeTime at={publishedAt} /> },
  ...(onRollBack === undefined
    ? []
    : [
        {
          key: 'action',
          title: '',
          className: 'text-right',
          cell: (release: ReleaseSummary) => (
            <Button variant="ghost" icon={<Undo2 aria-hidden />} onClick={() => onRollBack(release)}>
              Roll back
            </Button>
          ),
        },
      ]),
];
