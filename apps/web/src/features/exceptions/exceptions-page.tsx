'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { PageHeader } from '#ui/page-header.tsx';
import { SearchInput } from '#ui/search-input.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Select } from '#ui/select.tsx';
import { ListFrame, Toolbar } from '#ui/toolbar.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { ExceptionGroups } from './exception-groups.tsx';
import { ExceptionTable } from './exception-table.tsx';
import { useInbox } from './use-inbox.ts';

/** The inbox: records that stopped, by cause or one by one. */
export const ExceptionsPage = () => {
  const trpc = useTRPC();
  const { environment, person } = useWorkspace();
  const inbox = useInbox();
  const { url, set } = inbox;
  const members = useQuery(trpc.people.list.queryOptions());
  const mine = useQuery(
    trpc.exceptions.groups.queryOptions(
      { environment: environment.key, owner: person.id },
      { placeholderData: keepPreviousData },
    ),
  );
  const mineCount = mine.data?.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PageHeader title="Exceptions" detail="Records that stopped and need somebody: fix, replay, or resolve them." />
      <Toolbar>
        <SearchInput
          value={url.q}
          onChange={(q) => set({ q })}
          label="Search exceptions"
          placeholder="Code, name or business key"
          className="w-64 max-sm:w-full"
        />
        <Segmented label="State" value={url.state} onChange={(state) => set({ state })} segments={states} />
        <Segmented
          label="Whose"
          value={url.owner === person.id ? 'mine' : 'all'}
          onChange={(whose) => set({ owner: whose === 'mine' ? person.id : '' })}
          segments={[
            { value: 'all', label: 'Everybody’s' },
            { value: 'mine', label: 'Mine', count: mineCount },
          ]}
        />
        <Select
          aria-label="Owner"
          className="w-40"
          value={url.owner}
          onChange={(owner) => set({ owner })}
          options={[
            { value: '', label: 'Any owner' },
            { value: 'nobody', label: 'No owner' },
            ...(members.data ?? []).map(({ userId, name }) => ({ value: userId, label: name })),
          ]}
        />
        <Segmented label="Arrange" value={url.by} onChange={(by) => set({ by, code: '' })} segments={arrangements} />
      </Toolbar>
      <ListFrame>
        {url.by === 'cause' && url.code === '' ? <ExceptionGroups inbox={inbox} /> : <ExceptionTable inbox={inbox} />}
      </ListFrame>
    </>
  );
};

const states = [
  { value: 'open', label: 'Open' },
  { value: 'resolved', label: 'Resolved' },
  { value: 'all', label: 'All' },
];

const arrangements = [
  { value: 'cause', label: 'By cause' },
  { value: 'time', label: 'One by one' },
];
