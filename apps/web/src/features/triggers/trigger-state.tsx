'use client';
import { useQuery } from '@tanstack/react-query';
import { Notice } from '#ui/states.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC, type Outputs } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { EventList } from './event-list.tsx';
import { reasonWords } from './event-words.ts';
import { TakeUpEvents } from './take-up-events.tsx';

const pollMs = 5000;

/** The state of a flow's trigger in the environment: what it received, what it did with it, and what is wrong. */
export const TriggerState = ({ flowKey }: { readonly flowKey: string }) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const input = { environment: environment.key, flow: flowKey };
  const state = useQuery(trpc.triggers.state.queryOptions(input, { refetchInterval: pollMs }));
  const events = useQuery(trpc.triggers.events.queryOptions(input, { refetchInterval: pollMs }));
  return (
    <section aria-label="Trigger state" className="flex flex-col gap-2.5 border-t border-line px-4 py-3.5">
      <h3 className="font-semibold">In {environment.name}</h3>
      <QueryView query={state}>
        {({ startedBy, unreadable, state: found }) =>
          unreadable !== null ? (
            <Notice tone="warn">{sentence(unreadable)}</Notice>
          ) : found === null ? (
            <p className="text-muted">{startedBy === null ? 'Not published here.' : startWords[startedBy]}</p>
          ) : (
            <>
              <StateFacts state={found} />
              <TakeUpEvents flowKey={flowKey} environment={environment.key} />
            </>
          )
        }
      </QueryView>
      {events.data !== undefined && events.data.length > 0 && <EventList label="Events" events={events.data} />}
    </section>
  );
};

type Found = Outputs['triggers']['state'];
type State = NonNullable<Found['state']>;

/** How to start a live flow that no system triggers. */
const startWords: Readonly<Record<NonNullable<Found['startedBy']>, string>> = {
  webhook: 'Live. A webhook of a system starts it.',
  change: 'Live. Changed records of a system start it.',
  schedule: 'Live. A schedule starts it, so it does not wait for any system.',
  event: 'Live. An event of another flow starts it.',
  manual: 'Live. A person starts it by hand.',
  call: 'Live. Other flows start it by calling it.',
};

const StateFacts = ({ state }: { readonly state: State }) => {
  const { trouble, lastHeardAt, lastFiredAt, polledAt, kind, waiting, ignored, failingSince, restartedAt } = state;
  return (
    <>
      {trouble !== null && <Notice tone="warn">{sentence(trouble)}</Notice>}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        <Fact name="Last heard" at={lastHeardAt} />
        <Fact name="Last fired" at={lastFiredAt} />
        {kind === 'change' && <Fact name="Last looked" at={polledAt} />}
        {failingSince !== null && <Fact name="Failing since" at={failingSince} />}
        {restartedAt !== null && <Fact name="Place lost, read again" at={restartedAt} />}
        {waiting !== null && (
          <>
            <dt className="text-muted">Waiting</dt>
            <dd>
              {waiting.count}, the oldest <RelativeTime at={waiting.oldestAt} />
            </dd>
          </>
        )}
        <dt className="text-muted">Ignored in 7 days</dt>
        <dd>
          {ignored.length === 0
            ? 'none'
            : ignored.map(({ reason, count }) => `${count} ${reasonWords[reason]}`).join(', ')}
        </dd>
      </dl>
    </>
  );
};

const Fact = ({ name, at }: { readonly name: string; readonly at: Date | null }) => (
  <>
    <dt className="text-muted">{name}</dt>
    <dd>{at === null ? 'never' : <RelativeTime at={at} />}</dd>
  </>
);

const sentence = (trouble: string): string =>
  `${trouble.charAt(0).toUpperCase()}${trouble.slice(1).replace(/\.$/, '')}.`;
