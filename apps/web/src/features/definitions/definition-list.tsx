'use client';
import type { ReactNode } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import type { DefinitionKind } from '@throughline/core/db/schema/definition';
import { definitionFilters } from '#server/definitions/definition-filters.ts';
import type { DefinitionSummary } from '#server/definitions/describe-definitions.ts';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { Pager } from '#ui/pager.tsx';
import { SearchInput } from '#ui/search-input.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { EmptyState } from '#ui/states.tsx';
import { ListFrame, Toolbar } from '#ui/toolbar.tsx';
import { useUrlState } from '#ui/use-url-state.ts';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

interface DefinitionListProps {
  readonly label: string;
  readonly kinds: readonly DefinitionKind[];
  readonly columns: readonly Column<DefinitionSummary>[];
  readonly hrefOf: (row: DefinitionSummary) => string;
  /** Shown when there is no definition of these kinds. */
  readonly empty: ReactNode;
}

const filterWords = { all: 'All', draft: 'Drafts', 'in-review': 'In review', live: 'Live here' } as const;

/** Search, filter, table and pages of flows or of mappings. */
export const DefinitionList = ({ label, kinds, columns, hrefOf, empty }: DefinitionListProps) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const [url, setUrl] = useUrlState({ q: '', state: 'all', page: '1' });
  const filter = definitionFilters.find((each) => each === url.state) ?? 'all';
  const query = useQuery(
    trpc.definitions.list.queryOptions(
      { environment: environment.key, kinds: [...kinds], text: url.q, filter, page: Number(url.page) || 1 },
      { placeholderData: keepPreviousData },
    ),
  );
  const isFiltered = url.q !== '' || filter !== 'all';
  return (
    <>
      <Toolbar>
        <SearchInput
          value={url.q}
          onChange={(q) => setUrl({ q })}
          label={`Search ${label.toLowerCase()}`}
          className="w-64 max-sm:w-full"
        />
        <Segmented
          label="State"
          value={filter}
          onChange={(state) => setUrl({ state })}
          segments={definitionFilters.map((value) => ({ value, label: filterWords[value] }))}
        />
      </Toolbar>
      <ListFrame>
        <QueryView query={query}>
          {(page) =>
            page.rows.length > 0 ? (
              <>
                <DataTable label={label} columns={columns} rows={page.rows} keyOf={({ id }) => id} hrefOf={hrefOf} />
                <Pager {...page} onChange={(next) => setUrl({ page: String(next) })} />
              </>
            ) : isFiltered ? (
              <EmptyState icon={<SearchX aria-hidden />} title="Nothing matches">
                Change the search or the filter.
              </EmptyState>
            ) : (
              empty
            )
          }
        </QueryView>
      </ListFrame>
    </>
  );
};
