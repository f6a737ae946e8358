'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link2, SearchX } from 'lucide-react';
import { entityNames, entityOf } from '@throughline/core/canonical';
import type { LinkedIdentity } from '#server/links/find-links.ts';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pager } from '#ui/pager.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { SearchInput } from '#ui/search-input.tsx';
import { Select } from '#ui/select.tsx';
import { EmptyState } from '#ui/states.tsx';
import { ListFrame, Toolbar } from '#ui/toolbar.tsx';
import { useUrlState } from '#ui/use-url-state.ts';
import { entityTitle } from '../model/entity-title.ts';
import { objectTitle, systemTitle, SystemTile } from '../systems/system-tile.tsx';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { identityName } from './identity-name.ts';

const entityOptions = [
  { value: '', label: 'Every entity' },
  ...entityNames.map((name) => ({ value: name, label: entityOf(name).title })),
];

/** Finds a record by any id or name, and shows its counterparts in the other systems. */
export const LinksPage = () => {
  const trpc = useTRPC();
  const { environment, pathTo } = useWorkspace();
  const [url, setUrl] = useUrlState({ q: '', entity: '', page: '1' });
  const query = useQuery(
    trpc.links.find.queryOptions(
      {
        environment: environment.key,
        text: url.q,
        page: Number(url.page) || 1,
        ...(url.entity === '' ? {} : { entity: url.entity }),
      },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <>
      <PageHeader title="Links" detail="The same customer, project or contract, wherever it has a record." />
      <Toolbar>
        <SearchInput
          value={url.q}
          onChange={(q) => setUrl({ q })}
          label="Find a record"
          placeholder="Any id or name, from any system"
          className="w-80 max-sm:w-full"
        />
        <Select
          aria-label="Entity"
          value={url.entity}
          onChange={(entity) => setUrl({ entity })}
          options={entityOptions}
          className="w-44"
        />
      </Toolbar>
      <ListFrame>
        <QueryView query={query}>
          {(page) =>
            page.rows.length > 0 ? (
              <>
                <DataTable
                  label="Linked records"
                  columns={columns}
                  rows={page.rows}
                  keyOf={({ entity, canonicalId }) => `${entity}/${canonicalId}`}
                  hrefOf={({ entity, canonicalId }) => pathTo('links', entity, canonicalId)}
                />
                <Pager {...page} onChange={(next) => setUrl({ page: String(next) })} />
              </>
            ) : (
              <NoLinks isFiltered={url.q !== '' || url.entity !== ''} />
            )
          }
        </QueryView>
      </ListFrame>
    </>
  );
};

const NoLinks = ({ isFiltered }: { readonly isFiltered: boolean }) =>
  isFiltered ? (
    <EmptyState icon={<SearchX aria-hidden />} title="No record matches">
      Try a part of the id, or look in another environment.
    </EmptyState>
  ) : (
    <EmptyState icon={<Link2 aria-hidden />} title="No links yet">
      When a flow writes a record, it is tied to the same thing in the other systems.
    </EmptyState>
  );

const columns: readonly Column<LinkedIdentity>[] = [
  {
    key: 'identity',
    title: 'Record',
    cell: ({ canonicalId, records }) => (
      <span className="flex min-w-40 flex-col">
        <span className="font-medium">{records.length === 0 ? canonicalId : identityName(records)}</span>
        <span className="font-mono text-small text-muted">{canonicalId}</span>
      </span>
    ),
  },
  { key: 'entity', title: 'Entity', isWideOnly: true, cell: ({ entity }) => entityTitle(entity) },
  {
    key: 'systems',
    title: 'Systems',
    cell: ({ records }) => (
      <span className="flex flex-wrap gap-1.5">
        {records.map(({ id, system, object, externalId }) => (
          <span
            key={id}
            title={`${systemTitle(system)} ${objectTitle(system, object).toLowerCase()} ${externalId}`}
            className="flex items-center gap-1.5 rounded-md border border-line py-0.5 pr-2 pl-0.5"
          >
            <SystemTile system={system} size="small" isAlone />
            <span className="text-small max-sm:hidden">{objectTitle(system, object)}</span>
          </span>
        ))}
      </span>
    ),
  },
  {
    key: 'seen',
    title: 'Last seen',
    isWideOnly: true,
    className: 'text-right',
    cell: ({ seenAt }) => <RelativeTime at={seenAt} />,
  },
];
