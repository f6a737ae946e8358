'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import type { AuditRow } from '#server/settings/list-audit.ts';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { Pager } from '#ui/pager.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { SearchInput } from '#ui/search-input.tsx';
import { Select } from '#ui/select.tsx';
import { EmptyState } from '#ui/states.tsx';
import { ListFrame, Toolbar } from '#ui/toolbar.tsx';
import { useUrlState } from '#ui/use-url-state.ts';
import { PersonName } from '../workspace/person-name.tsx';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC } from '../workspace/trpc.ts';

const periods = [
  { value: '', label: 'Any time' },
  { value: '24h', label: 'Last 24 hours' },
  { value: '7d', label: 'Last 7 days' },
  { value: '30d', label: 'Last 30 days' },
];

/** Who did what, and when. Nobody can change it, not even an administrator. */
export const AuditLog = () => {
  const trpc = useTRPC();
  const [url, setUrl] = useUrlState({ q: '', who: '', since: '', page: '1' });
  const members = useQuery(trpc.people.list.queryOptions());
  const query = useQuery(
    trpc.settings.audit.queryOptions(
      { text: url.q, since: url.since, page: Number(url.page) || 1, ...(url.who === '' ? {} : { actor: url.who }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const people = [
    { value: '', label: 'Everybody' },
    ...(members.data ?? []).map(({ userId, name }) => ({ value: userId, label: name })),
  ];
  return (
    <>
      <Toolbar>
        <SearchInput
          value={url.q}
          onChange={(q) => setUrl({ q })}
          label="Search the audit log"
          placeholder="Action, subject or detail"
          className="w-64 max-sm:w-full"
        />
        <Select
          aria-label="Who"
          value={url.who}
          onChange={(who) => setUrl({ who })}
          options={people}
          className="w-40"
        />
        <Select
          aria-label="Period"
          value={url.since}
          onChange={(since) => setUrl({ since })}
          options={periods}
          className="w-36"
        />
      </Toolbar>
      <ListFrame>
        <QueryView query={query}>
          {(page) =>
            page.rows.length === 0 ? (
              <EmptyState icon={<ScrollText aria-hidden />} title="Nothing on record matches" />
            ) : (
              <>
                <DataTable label="Audit log" columns={columns} rows={page.rows} keyOf={({ id }) => id} />
                <Pager {...page} onChange={(next) => setUrl({ page: String(next) })} />
              </>
            )
          }
        </QueryView>
      </ListFrame>
    </>
  );
};

const columns: readonly Column<AuditRow>[] = [
  { key: 'when', title: 'When', className: 'w-32', cell: ({ createdAt }) => <RelativeTime at={createdAt} /> },
  {
    key: 'who',
    title: 'Who',
    cell: ({ actorName, actorEmail, actor }) => <PersonName name={actorName ?? actor} email={actorEmail} />,
  },
  {
    key: 'what',
    title: 'What',
    cell: ({ action }) => (
      <span className="flex flex-col">
        <span>{deedOf(action)}</span>
        <span className="font-mono text-small text-muted">{action}</span>
      </span>
    ),
  },
  {
    key: 'where',
    title: 'Environment',
    isWideOnly: true,
    cell: ({ environmentName }) => environmentName ?? <span className="text-muted">–</span>,
  },
  {
    key: 'details',
    title: 'Details',
    isWideOnly: true,
    cell: ({ details, subjectType, subjectId }) => (
      <details className="max-w-xl">
        <summary className="truncate text-small text-muted">
          {subjectType} {summaryOf(details) ?? subjectId}
        </summary>
        <pre className="mt-1 overflow-x-auto font-mono text-small whitespace-pre-wrap">
          {JSON.stringify(details, null, 2)}
        </pre>
      </details>
    ),
  },
];

/** `change.drafts-added` as words: Change, drafts added. */
const deedOf = (action: string): string => {
  const [subject = '', verb = ''] = action.split('.');
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${verb.replaceAll('-', ' ')}`;
};

/** The detail by which people recognise a subject. */
const summaryOf = (details: Readonly<Record<string, unknown>>): string | undefined => {
  for (const name of ['title', 'name', 'key', 'number', 'email', 'message']) {
    const value = details[name];
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  return undefined;
};
