'use client';
import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import type { ExceptionSummary } from '#server/exceptions/list-exceptions.ts';
import { Button } from '#ui/button.tsx';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { Pager } from '#ui/pager.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { BulkActions } from './bulk-actions.tsx';
import { ExceptionStatePill } from './exception-state-pill.tsx';
import { InboxEmpty } from './inbox-empty.tsx';
import { resolutionReason, resolutionText } from './resolution-text.ts';
import type { Inbox } from './use-inbox.ts';

const pollMs = 10_000;

/** Exceptions one by one, newest first, with what can be done to several at once. */
export const ExceptionTable = ({ inbox }: { readonly inbox: Inbox }) => {
  const trpc = useTRPC();
  const { can, environment, pathTo } = useWorkspace();
  const { url, set, request } = inbox;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const code = url.code === '' ? {} : { code: url.code };
  const query = useQuery(
    trpc.exceptions.list.queryOptions(
      { environment: environment.key, ...request, ...code, page: Number(url.page) || 1 },
      { placeholderData: keepPreviousData, refetchInterval: pollMs },
    ),
  );
  const toggle = (id: string) =>
    setChosen((current) => {
      const next = new Set(current);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <>
      {url.code !== '' && (
        <div className="flex items-center gap-2 border-b border-line px-3 py-1.5">
          <Button variant="ghost" icon={<ArrowLeft aria-hidden />} onClick={() => set({ code: '' })}>
            All causes
          </Button>
          <span className="font-mono text-code font-medium">{url.code}</span>
        </div>
      )}
      <QueryView query={query}>
        {(page) => {
          if (page.rows.length === 0) return <InboxEmpty inbox={inbox} />;
          const ids = page.rows.filter(({ state }) => state !== 'resolved').map(({ id }) => id);
          return (
            <>
              {can('operator') && ids.length > 0 && (
                <BulkActions
                  ids={ids}
                  chosen={[...chosen].filter((id) => ids.includes(id))}
                  onChoose={(next) => setChosen(new Set(next))}
                />
              )}
              <DataTable
                label="Exceptions"
                columns={columnsFor(can('operator') ? { chosen, toggle } : undefined)}
                rows={page.rows}
                keyOf={({ id }) => id}
                hrefOf={({ id }) => pathTo('exceptions', id)}
              />
              <Pager {...page} onChange={(next) => set({ page: String(next) })} />
            </>
          );
        }}
      </QueryView>
    </>
  );
};

/** Who ended it, how, when and why, below its state. */
const Ending = ({ exception }: { readonly exception: ExceptionSummary }) => {
  const reason = resolutionReason(exception);
  const at = exception.resolvedAt ?? exception.replayRequest?.at;
  if (exception.state === 'open') return null;
  return (
    <span className="text-small text-muted max-sm:hidden">
      {resolutionText(exception)}
      {at !== undefined && (
        <>
          , <RelativeTime at={at} />
        </>
      )}
      {reason !== undefined && `: “${reason}”`}
    </span>
  );
};

interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

const columnsFor = (choosing: Choosing | undefined): readonly Column<ExceptionSummary>[] => [
  {
    key: 'record',
    title: 'Record',
    cell: (row) => (
      <span className="flex min-w-40 flex-col">
        <span className="font-medium">{row.businessLabel ?? row.businessKey ?? 'No business key'}</span>
        <span className="font-mono text-small text-muted">{row.businessKey}</span>
      </span>
    ),
  },
  {
    key: 'cause',
    title: 'Cause',
    isWideOnly: true,
    cell: (row) => (
      <span className="flex flex-col">
        <span className="line-clamp-1" title={row.message}>
          {row.message}
        </span>
        <span className="font-mono text-small text-muted">{row.code}</span>
      </span>
    ),
  },
  {
    key: 'state',
    title: 'State',
    cell: (row) => (
      <span className="flex max-w-64 flex-col items-start gap-0.5">
        <ExceptionStatePill state={row.state} />
        <Ending exception={row} />
      </span>
    ),
  },
  {
    key: 'owner',
    title: 'Owner',
    isWideOnly: true,
    className: 'whitespace-nowrap',
    cell: (row) => row.ownerName ?? <span className="text-muted">nobody</span>,
  },
  { key: 'when', title: 'Since', className: 'text-right', cell: (row) => <RelativeTime at={row.createdAt} /> },
  ...(choosing === undefined
    ? []
    : [
        {
          key: 'choose',
          title: '',
          className: 'w-10 text-right',
          cell: (row: ExceptionSummary) =>
            row.state === 'resolved' ? null : (
              <input
                type="checkbox"
                aria-label={`Choose ${row.businessLabel ?? row.code}`}
                checked={choosing.chosen.has(row.id)}
                onChange={() => choosing.toggle(row.id)}
                className="relative z-1 size-4 accent-accent"
              />
            ),
        },
      ]),
];
