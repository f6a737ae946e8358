'use client';
import Link from 'next/link';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { Panel } from '#ui/panel.tsx';
import { ConnectionStatePill } from '../connections/connection-state-pill.tsx';
import { systemTitle, SystemTile } from '../systems/system-tile.tsx';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC, type Outputs } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

const pollMs = 10_000;

interface HealthPanelProps {
  readonly connections: Outputs['overview']['figures']['connections'];
}

/** Shows whether the systems and our own parts are healthy. */
export const HealthPanel = ({ connections }: HealthPanelProps) => {
  const trpc = useTRPC();
  const { pathTo } = useWorkspace();
  const health = useQuery(trpc.overview.health.queryOptions(undefined, { refetchInterval: pollMs }));
  return (
    <div className="flex flex-col gap-4">
      <Panel title="Connections">
        {connections.length === 0 ? (
          <p className="text-muted">
            None yet.{' '}
            <Link href={pathTo('connections')} className="text-accent hover:underline">
              Set one up
            </Link>
          </p>
        ) : (
          <ul className="flex flex-col gap-2">
            {connections.map(({ id, key, name, system, state }) => (
              <li key={id}>
                <Link
                  href={pathTo('connections', key)}
                  className="flex items-center gap-2.5 rounded-md hover:underline"
                >
                  <SystemTile system={system} size="small" />
                  <span className="min-w-0 flex-1 truncate">{name}</span>
                  <ConnectionStatePill state={state} />
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title="Throughline itself">
        <QueryView query={health}>
          {({ database, workers, sandbox }) => (
            <ul className="flex flex-col gap-2">
              <Part {...database} name="Database" />
              <Part {...workers} name="Workers" />
              {sandbox.map((part) => (
                <Part key={part.name} {...part} name={`${systemTitle(part.name)} stand-in`} />
              ))}
            </ul>
          )}
        </QueryView>
      </Panel>
    </div>
  );
};

interface PartProps {
  readonly name: string;
  readonly isUp: boolean;
  readonly detail: string;
}

const Part = ({ name, isUp, detail }: PartProps) => (
  <li className="flex items-center gap-2">
    {isUp ? (
      <CircleCheck aria-label="well" className="size-4 text-live" />
    ) : (
      <CircleAlert aria-label="down" className="size-4 text-failed" />
    )}
    <span className="flex-1">{name}</span>
    <span className={isUp ? 'text-small text-muted' : 'text-small text-failed'}>{detail}</span>
  </li>
);
