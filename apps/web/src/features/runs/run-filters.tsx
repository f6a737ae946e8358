'use client';
import { useQuery } from '@tanstack/react-query';
import { SearchInput } from '#ui/search-input.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Select } from '#ui/select.tsx';
import { Toolbar } from '#ui/toolbar.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import type { RunFilterState } from './use-run-filters.ts';

export const RunFilters = ({ filters }: { readonly filters: RunFilterState }) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const { url, set } = filters;
  const flows = useQuery(
    trpc.definitions.list.queryOptions({ environment: environment.key, kinds: ['flow'], pageSize: 200 }),
  );
  return (
    <Toolbar>
      <SearchInput
        value={url.q}
        onChange={(q) => set({ q })}
        label="Search runs"
        placeholder="Business key, name or run id"
        className="w-64 max-sm:w-full"
      />
      <Segmented label="State" value={url.state} onChange={(state) => set({ state })} segments={states} />
      <Select
        aria-label="Flow"
        value={url.flow}
        onChange={(flow) => set({ flow })}
        className="w-44"
        options={[
          { value: '', label: 'Every flow' },
          ...(flows.data?.rows ?? []).map(({ key, name }) => ({ value: key, label: name })),
        ]}
      />
      <Select
        aria-label="Period"
        value={url.since}
        onChange={(since) => set({ since })}
        className="w-32"
        options={periods}
      />
      <Select aria-label="Mode" value={url.mode} onChange={(mode) => set({ mode })} className="w-28" options={modes} />
    </Toolbar>
  );
};

const states = [
  { value: 'all', label: 'All' },
  { value: 'active', label: 'Active' },
  { value: 'failed', label: 'Failed' },
  { value: 'succeeded', label: 'Succeeded' },
];

const periods = [
  { value: '', label: 'Any time' },
  { value: '1h', label: 'Last hour' },
  { value: '24h', label: 'Last 24 hours' },
  { value: '7d', label: 'Last 7 days' },
  { value: '30d', label: 'Last 30 days' },
];

const modes = [
  { value: 'live', label: 'Live runs' },
  { value: 'test', label: 'Test runs' },
  { value: 'any', label: 'Both' },
];
