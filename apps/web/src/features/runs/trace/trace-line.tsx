import type { ReactNode } from 'react';
import Link from 'next/link';
import { CircleAlert, CircleCheck, Megaphone, PackageCheck, Play, Square } from 'lucide-react';
import { RelativeTime } from '#ui/relative-time.tsx';
import { objectTitle, systemTitle } from '../../systems/system-tile.tsx';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { runWords } from '../run-state-pill.tsx';
import { sourceWords } from '../source-words.ts';
import type { Moment } from './trace-moments.ts';

/** The moments of a trace, newest first. */
export const TraceLine = ({ moments }: { readonly moments: readonly Moment[] }) => (
  <ol className="flex flex-col">
    {moments.map((moment) => (
      <li
        key={moment.id}
        className="relative flex items-start gap-3 pb-3 not-last:before:absolute not-last:before:top-6 not-last:before:bottom-0 not-last:before:left-3 not-last:before:w-px not-last:before:bg-line"
      >
        <span className="z-1 grid size-6 shrink-0 place-items-center rounded-full border border-line bg-raised text-muted [&_svg]:size-3.5">
          {icons[moment.kind]}
        </span>
        <span className="min-w-0 flex-1 pt-0.5">
          <MomentText moment={moment} />
        </span>
        <span className="shrink-0 pt-0.5 text-small">
          <RelativeTime at={moment.at} />
        </span>
      </li>
    ))}
  </ol>
);

const icons: Record<Moment['kind'], ReactNode> = {
  run: <Play aria-hidden />,
  'run-ended': <Square aria-hidden />,
  delivery: <PackageCheck aria-hidden />,
  event: <Megaphone aria-hidden />,
  exception: <CircleAlert aria-hidden className="text-failed" />,
  resolved: <CircleCheck aria-hidden className="text-live" />,
};

const MomentText = ({ moment }: { readonly moment: Moment }) => {
  const { pathTo } = useWorkspace();
  switch (moment.kind) {
    case 'run':
      return (
        <Link href={pathTo('runs', moment.run.id)} className="hover:underline">
          <span className="font-medium">{moment.run.flowName ?? 'A flow'}</span>{' '}
          {moment.run.versionNumber === null ? 'draft' : `v${moment.run.versionNumber}`} started
          <span className="text-muted">
            {' '}
            ({sourceWords[moment.run.source].toLowerCase()}
            {moment.run.mode === 'test' ? ', test' : ''})
          </span>
        </Link>
      );
    case 'run-ended':
      return (
        <>
          {moment.run.flowName ?? 'The flow'} {runWords[moment.run.state].toLowerCase()}
          {moment.run.errorMessage !== null && <span className="block text-muted">{moment.run.errorMessage}</span>}
        </>
      );
    case 'delivery': {
      const { system, object, effect, state, externalId } = moment.delivery;
      return (
        <>
          {systemTitle(system)} {objectTitle(system, object).toLowerCase()}{' '}
          {externalId !== null && <span className="font-mono text-code">{externalId}</span>} {effect ?? state}
        </>
      );
    }
    case 'event':
      return (
        <>
          Published <span className="font-mono text-code">{moment.event.type}</span>{' '}
          <span className="text-muted">{moment.event.subject}</span>
        </>
      );
    case 'exception':
      return (
        <Link href={pathTo('exceptions', moment.exception.id)} className="hover:underline">
          <span className="font-mono text-code font-medium">{moment.exception.code}</span> {moment.exception.message}
        </Link>
      );
    case 'resolved':
      return (
        <>
          <span className="font-mono text-code">{moment.exception.code}</span> resolved
        </>
      );
  }
};
