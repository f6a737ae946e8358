'use client';
import Link from 'next/link';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { useTRPC, type Outputs } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { useNothingArrived } from './nothing-arrived.tsx';

const pollMs = 10_000;

type Figures = Outputs['overview']['figures'];

interface StuckBandProps {
  readonly figures: Figures;
}

/** The one question first: is anything stuck? It claims nothing about records that never arrived. */
export const StuckBand = ({ figures }: StuckBandProps) => {
  const { person } = useWorkspace();
  const trpc = useTRPC();
  const health = useQuery(trpc.overview.health.queryOptions());
  const nothing = useNothingArrived(figures.presence);
  const reasons = useReasons(figures, health.data?.workers.isUp === false);
  if (reasons.length === 0 && nothing !== undefined) {
    return (
      <div className="flex items-center gap-3 rounded-lg border border-line bg-raised px-4 py-3">
        <CircleDashed aria-hidden className="size-5 shrink-0 text-muted" />
        <p>
          <strong className="font-medium">{nothing.title}.</strong> {nothing.text}
        </p>
      </div>
    );
  }
  if (reasons.length === 0) {
    const { runsUnderWay } = figures.stuck;
    return (
      <div className="flex items-center gap-3 rounded-lg border border-live/40 bg-live-soft px-4 py-3 text-live">
        <CircleCheck aria-hidden className="size-5 shrink-0" />
        <p className="font-medium">
          Nothing is stuck, {person.name.split(' ')[0]}. No exception is open,{' '}
          {runsUnderWay === 0 ? 'and no run is under way' : `and ${count(runsUnderWay, 'run')} under way`}.
        </p>
      </div>
    );
  }
  return (
    <div className="flex items-start gap-3 rounded-lg border border-failed/40 bg-failed-soft px-4 py-3">
      <TriangleAlert aria-hidden className="mt-px size-5 shrink-0 text-failed" />
      <ul className="flex min-w-0 flex-1 flex-wrap gap-x-6 gap-y-1">
        {reasons.map(({ text, href }) => (
          <li key={text}>
            <Link href={href} className="font-medium text-failed hover:underline">
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
};

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

interface Reason {
  readonly text: string;
  readonly href: string;
}

const useReasons = ({ stuck, connections }: Figures, hasNoWorker: boolean): readonly Reason[] => {
  const { environment, pathTo } = useWorkspace();
  const trpc = useTRPC();
  const triggers = useQuery(
    trpc.triggers.troubles.queryOptions({ environment: environment.key }, { refetchInterval: pollMs }),
  );
  const { openExceptions, unownedExceptions, slowRuns } = stuck;
  const reasons: Reason[] = [];
  if (hasNoWorker) reasons.push({ text: 'No worker is running: nothing is executed', href: pathTo('runs') });
  if (openExceptions > 0) {
    reasons.push({
      text: `${count(openExceptions, 'exception')} open${unownedExceptions > 0 ? `, ${unownedExceptions} without an owner` : ''}`,
      href: `${pathTo('exceptions')}${unownedExceptions > 0 ? '?owner=nobody' : ''}`,
    });
  }
  if (slowRuns > 0) {
    reasons.push({
      text: `${count(slowRuns, 'run')} active for more than 15 minutes`,
      href: `${pathTo('runs')}?state=active`,
    });
  }
  for (const { flowKey, flowName, trouble } of triggers.data?.troubles ?? []) {
    reasons.push({ text: `${flowName}: ${trouble}`, href: pathTo('flows', flowKey) });
  }
  for (const { flowKey, flowName, records } of triggers.data?.offers ?? []) {
    const text = `${flowName}: ${count(records, 'record')} changed before it was live`;
    reasons.push({ text, href: pathTo('flows', flowKey) });
  }
  for (const { name, key, state } of connections) {
    if (state === 'failing') reasons.push({ text: `${name} is failing`, href: pathTo('connections', key) });
    if (state === 'paused') reasons.push({ text: `${name} is paused`, href: pathTo('connections', key) });
  }
  return reasons;
};
