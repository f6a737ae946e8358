'use client';
import Link from 'next/link';
import { Pill } from '#ui/pill.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { eventTones, eventWords, reasonWords, type HeardEvent } from './event-words.ts';

interface EventListProps {
  readonly label: string;
  readonly events: readonly HeardEvent[];
}

/** Events, newest first, with what happened to each. */
export const EventList = ({ label, events }: EventListProps) => (
  <ul aria-label={label} className="flex max-h-72 flex-col overflow-auto rounded-md border border-line">
    {events.map((event) => (
      <EventRow key={event.id} event={event} />
    ))}
  </ul>
);

const EventRow = ({ event }: { readonly event: HeardEvent }) => {
  const { pathTo } = useWorkspace();
  const { state, object, recordId, change, reason, note, failureMessage, runId, receivedAt } = event;
  const told = failureMessage ?? note;
  return (
    <li className="flex flex-col gap-0.5 border-b border-line px-2.5 py-1.5 last:border-b-0">
      <span className="flex items-center gap-2">
        <Pill tone={eventTones[state]}>{reason === null ? eventWords[state] : reasonWords[reason]}</Pill>
        <span className="min-w-0 flex-1 truncate font-mono text-small" title={recordId ?? undefined}>
          {recordId ?? ''}
        </span>
        <RelativeTime at={receivedAt} />
      </span>
      <span className="flex items-baseline gap-2 text-small text-muted">
        <span className="min-w-0 flex-1">{told ?? `${object ?? 'event'} ${change ?? ''}`}</span>
        {runId !== null && (
          <Link href={pathTo('runs', runId)} className="text-accent hover:underline">
            open run
          </Link>
        )}
      </span>
    </li>
  );
};
