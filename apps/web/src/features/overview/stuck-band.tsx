'use client';
import { countText } from '#ui/count-text.ts';
import type { ReactNode } from 'react';
import Link from 'next/link';
import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import type { Outputs } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { useNothingArrived } from './nothing-arrived.tsx';
import { useStuckReasons } from './use-stuck-reasons.ts';

interface StuckBandProps {
  readonly figures: Outputs['overview']['figures'];
}

/** Answers the first question: is anything stuck? It claims nothing about records that never arrived. */
export const StuckBand = ({ figures }: StuckBandProps) => {
  const { person } = useWorkspace();
  const nothing = useNothingArrived(figures.presence);
  const { reasons, isComplete } = useStuckReasons(figures);
  if (reasons.length === 0 && nothing !== undefined) {
    return (
      <QuietBand>
        <strong className="font-medium">{nothing.title}.</strong> {nothing.text}
      </QuietBand>
    );
  }
  if (reasons.length === 0 && !isComplete) return <QuietBand>Looking whether anything is stuck …</QuietBand>;
  if (reasons.length === 0) {
    const { runsUnderWay } = figures.stuck;
    return (
      <div className="flex items-center gap-3 rounded-lg border border-live/40 bg-live-soft px-4 py-3 text-live">
        <CircleCheck aria-hidden className="size-5 shrink-0" />
        <p className="font-medium">
          Nothing is stuck, {person.name.split(' ')[0]}. No exception is open,{' '}
          {runsUnderWay === 0 ? 'and no run is under way' : `and ${countText(runsUnderWay, 'run')} under way`}.
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

const QuietBand = ({ children }: { readonly children: ReactNode }) => (
  <div className="flex items-center gap-3 rounded-lg border border-line bg-raised px-4 py-3">
    <CircleDashed aria-hidden className="size-5 shrink-0 text-muted" />
    <p role="status">{children}</p>
  </div>
);
