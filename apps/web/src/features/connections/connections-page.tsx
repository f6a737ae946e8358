'use client';
import Link from 'next/link';
import { useQuery } from '@tanstack/react-query';
import { Plug, Plus } from 'lucide-react';
import type { ConnectionSummary } from '@throughline/core/db/connections/load-connection';
import { buttonClasses } from '#ui/button.tsx';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { SearchInput } from '#ui/search-input.tsx';
import { EmptyState } from '#ui/states.tsx';
import { ListFrame, Toolbar } from '#ui/toolbar.tsx';
import { useUrlState } from '#ui/use-url-state.ts';
import { systemTitle, SystemTile } from '../systems/system-tile.tsx';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { ConnectionStatePill } from './connection-state-pill.tsx';

const pollMs = 15_000;

export const ConnectionsPage = () => {
  const trpc = useTRPC();
  const { can, environment, pathTo } = useWorkspace();
  const [url, setUrl] = useUrlState({ q: '' });
  const query = useQuery(
    trpc.connections.list.queryOptions({ environment: environment.key }, { refetchInterval: pollMs }),
  );
  const create = can('admin') && (
    <Link href={pathTo('connections', 'new')} className={buttonClasses({ variant: 'primary' })}>
      <Plus aria-hidden />
      New connection
    </Link>
  );
  return (
    <>
      <PageHeader
        title="Connections"
        detail={`Accounts of your systems in ${environment.name}. Flows name them by key, so use the same keys in every environment.`}
        actions={create}
      />
      <Toolbar>
        <SearchInput
          value={url.q}
          onChange={(q) => setUrl({ q })}
          label="Search connections"
          className="w-64 max-sm:w-full"
        />
      </Toolbar>
      <ListFrame>
        <QueryView query={query}>
          {(all) => {
            const rows = all.filter((row) => matches(row, url.q));
            return rows.length > 0 ? (
              <DataTable
                label="Connections"
                columns={columns}
                rows={rows}
                keyOf={({ id }) => id}
                hrefOf={({ key }) => pathTo('connections', key)}
              />
            ) : (
              <EmptyState
                icon={<Plug aria-hidden />}
                title={all.length === 0 ? `No connections in ${environment.name} yet` : 'Nothing matches'}
                action={all.length === 0 && create}
              >
                A connection is one configured account of a system. Its secrets are encrypted and never shown again.
              </EmptyState>
            );
          }}
        </QueryView>
      </ListFrame>
    </>
  );
};

const matches = ({ name, key, system }: ConnectionSummary, text: string): boolean =>
  [name, key, systemTitle(system)].some((part) => part.toLowerCase().includes(text.trim().toLowerCase()));

const columns: readonly Column<ConnectionSummary>[] = [
  {
    key: 'name',
    title: 'Connection',
    cell: (row) => (
      <span className="flex items-center gap-3">
        <SystemTile system={row.system} />
        <span className="flex flex-col">
          <span className="font-medium">{row.name}</span>
          <span className="font-mono text-small text-muted">{row.key}</span>
        </span>
      </span>
    ),
  },
  { key: 'system', title: 'System', isWideOnly: true, cell: (row) => systemTitle(row.system) },
  {
    key: 'state',
    title: 'State',
    cell: (row) => (
      <span className="flex flex-col items-start gap-0.5">
        <ConnectionStatePill state={row.state} />
        {row.stateMessage !== null && (
          <span className="line-clamp-1 max-w-md text-small text-muted max-sm:hidden">{row.stateMessage}</span>
        )}
      </span>
    ),
  },
  {
    key: 'tested',
    title: 'Last tested',
    isWideOnly: true,
    className: 'text-right',
    cell: ({ testedAt }) =>
      testedAt === null ? <span className="text-muted">never</span> : <RelativeTime at={testedAt} />,
  },
];
