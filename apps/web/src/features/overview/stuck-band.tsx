import Link from 'next/link';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { Outputs } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

type Figures = Outputs['overview']['figures'];

interface StuckBandProps {
  readonly stuck: Figures['stuck'];
  readonly connections: Figures['connections'];
}

/** The one question first: is anything stuck? */
export const StuckBand = ({ stuck, connections }: StuckBandProps) => {
  const { pathTo, person } = useWorkspace();
  const failing = connections.filter(({ state }) => state === 'failing');
  const reasons = [
    ...(stuck.openExceptions > 0
      ? [
          {
            text: `${count(stuck.openExceptions, 'exception')} open${stuck.unownedExceptions > 0 ? `, ${stuck.unownedExceptions} without an owner` : ''}`,
            href: `${pathTo('exceptions')}${stuck.unownedExceptions > 0 ? '?owner=nobody' : ''}`,
          },
        ]
      : []),
    ...(stuck.slowRuns > 0
      ? [
          {
            text: `${count(stuck.slowRuns, 'run')} active for more than 15 minutes`,
            href: `${pathTo('runs')}?state=active`,
          },
        ]
      : []),
    ...failing.map(({ name, key }) => ({ text: `${name} is failing`, href: pathTo('connections', key) })),
  ];
  const first = person.name.split(' ')[0];
  if (reasons.length === 0) {
    return (
      <div className="flex items-center gap-3 rounded-lg border border-live/40 bg-live-soft px-4 py-3 text-live">
        <CircleCheck aria-hidden className="size-5 shrink-0" />
        <p className="font-medium">Nothing is stuck, {first}. Every record that arrived was delivered.</p>
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
