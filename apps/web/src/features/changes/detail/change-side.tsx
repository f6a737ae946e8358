import Link from 'next/link';
import { CircleCheck, Circle, Workflow } from 'lucide-react';
import { Panel } from '#ui/panel.tsx';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import type { ChangeDetail } from './change-detail.ts';
import { Discussion } from './discussion.tsx';
import { impactGroups } from './impact-groups.ts';

/** Shown next to the contents: what the change touches, where it is live, and the discussion. */
export const ChangeSide = ({ change }: { readonly change: ChangeDetail }) => (
  <div className="flex flex-col gap-4">
    <Panel title="Impact">
      <ImpactList change={change} />
    </Panel>
    <Panel title="Environments">
      <ul className="flex flex-col gap-1.5">
        {change.environments.map(({ key, name, state, waitsFor }) => (
          <li key={key} className="flex items-center gap-2">
            {state === 'live' ? (
              <CircleCheck aria-hidden className="size-4 text-live" />
            ) : (
              <Circle aria-hidden className="size-4 text-muted" />
            )}
            <span className="flex-1">{name}</span>
            <span className="text-small text-muted">
              {state === 'not-live' && waitsFor !== null ? `after ${waitsFor}` : standingWords[state]}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
    <Panel title="Discussion">
      <Discussion change={change} />
    </Panel>
  </div>
);

const standingWords: Record<ChangeDetail['environments'][number]['state'], string> = {
  live: 'live',
  'rolled-back': 'rolled back',
  replaced: 'replaced by later changes',
  'not-live': 'not live',
};

const ImpactList = ({ change }: { readonly change: ChangeDetail }) => {
  const { pathTo } = useWorkspace();
  const { flows, connections } = change.impact;
  if (flows.length === 0) return <p className="text-muted">No published flow uses what changes here.</p>;
  return (
    <div className="flex flex-col gap-2">
      {impactGroups(change).map(({ words, flows: grouped }) => (
        <div key={words} className="flex flex-col gap-1">
          <p className="text-muted">{words}:</p>
          <ul className="flex flex-col gap-1">
            {grouped.map(({ key, name }) => (
              <li key={key}>
                <Link href={pathTo('flows', key)} className="flex min-h-6 items-center gap-1.5 hover:underline">
                  <Workflow aria-hidden className="size-3.5 shrink-0 text-muted" />
                  <span className="min-w-0 wrap-anywhere">{name}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {connections.length > 0 && (
        <p className="text-muted">
          They write to{' '}
          <span className="wrap-anywhere text-text">
            {new Intl.ListFormat('en').format(connections.map(({ name }) => name))}
          </span>
          .
        </p>
      )}
    </div>
  );
};
