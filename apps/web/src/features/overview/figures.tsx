import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatDuration } from '#ui/format-time.ts';
import type { Outputs } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

type FigureData = Outputs['overview']['figures'];

/** Today's figures, each with a link to the items that it counts. */
export const Figures = ({ figures }: { readonly figures: FigureData }) => {
  const { pathTo } = useWorkspace();
  const { activated, medianActivationMs, runs, stuck } = figures;
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Figure
        title="Deals activated today"
        value={activated}
        detail={activated === 0 ? 'none yet today' : 'from won to a live project'}
        href={`${pathTo('runs')}?state=succeeded&since=24h`}
      />
      <Figure
        title="Median activation time"
        value={medianActivationMs === null ? '–' : formatDuration(medianActivationMs)}
        detail={medianActivationMs === null ? 'no activation yet today' : 'from the won deal to the live project'}
      />
      <Figure
        title="Runs today"
        value={runs.total}
        detail={runs.total === 0 ? 'none started today' : `${runs.succeeded} succeeded, ${runs.failed} failed`}
        href={`${pathTo('runs')}?since=24h`}
      />
      <Figure
        title="Open exceptions"
        value={<span className={stuck.openExceptions > 0 ? 'text-failed' : ''}>{stuck.openExceptions}</span>}
        detail={stuck.openExceptions === 0 ? 'none open' : `${stuck.unownedExceptions} without an owner`}
        href={pathTo('exceptions')}
      />
    </dl>
  );
};

interface FigureProps {
  readonly title: string;
  readonly value: ReactNode;
  readonly detail: string;
  readonly href?: string;
}

const Figure = ({ title, value, detail, href }: FigureProps) => (
  <div className="relative min-w-0 rounded-lg border border-line bg-raised px-4 py-3 transition-colors has-[a:hover]:border-line-strong">
    <dt className="text-small text-muted">
      {href === undefined ? (
        title
      ) : (
        <Link href={href} className="after:absolute after:inset-0">
          {title}
        </Link>
      )}
    </dt>
    <dd>
      <span className="block text-display font-semibold tracking-tight">{value}</span>
      <span className="block truncate text-small text-muted">{detail}</span>
    </dd>
  </div>
);
