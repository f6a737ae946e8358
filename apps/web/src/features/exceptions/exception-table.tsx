'use client';
import { useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Pager } from '#ui/pager.tsx';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { BulkActions } from './bulk-actions.tsx';
import { exceptionColumns } from './exception-columns.tsx';
import { InboxEmpty } from './inbox-empty.tsx';
import type { Inbox } from './use-inbox.ts';

const pollMs = 10_000;

/** Exceptions one by one, newest first, with bulk actions. */
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
        <CauseHeading code={url.code} message={query.data?.rows[0]?.message} onLeave={() => set({ code: '' })} />
      )}
      <QueryView query={query}>
        {(page) => {
          if (page.rows.length === 0) return <InboxEmpty inbox={inbox} />;
          const choosable = page.rows.filter(({ state }) => state !== 'resolved');
          return (
            <>
              {can('operator') && choosable.length > 0 && (
                <BulkActions
                  ids={choosable.map(({ id }) => id)}
                  chosen={choosable.filter(({ id }) => chosen.has(id))}
                  onChoose={(next) => setChosen(new Set(next))}
                />
              )}
              <DataTable
                label="Exceptions"
                columns={exceptionColumns(can('operator') ? { chosen, toggle } : undefined)}
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

interface CauseHeadingProps {
  readonly code: string;
  /** The newest message, which represents all of them; undefined until it is known, or if there is none. */
  readonly message: string | undefined;
  readonly onLeave: () => void;
}

/** Names the cause whose exceptions are listed, with a link back to all causes. */
const CauseHeading = ({ code, message, onLeave }: CauseHeadingProps) => (
  <div className="flex items-center gap-2 border-b border-line px-3 py-1.5">
    <Button variant="ghost" icon={<ArrowLeft aria-hidden />} onClick={onLeave} className="shrink-0">
      All causes
    </Button>
    <div className="min-w-0">
      {message !== undefined && (
        <h2 className="line-clamp-2 font-medium" title={message}>
          {message}
        </h2>
      )}
      <p className="font-mono text-small break-all text-muted">{code}</p>
    </div>
  </div>
);
