'use client';
import Link from 'next/link';
import { useQuery } from '@tanstack/react-query';
import { CopyButton } from '#ui/copy-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Panel } from '#ui/panel.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { entityTitle } from '../model/entity-title.ts';
import { RunStatePill } from '../runs/run-state-pill.tsx';
import { objectTitle, systemTitle, SystemTile } from '../systems/system-tile.tsx';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC, type Outputs } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { identityName } from './identity-name.ts';

type Identity = Outputs['links']['identity'];

interface IdentityPageProps {
  readonly entity: string;
  readonly canonicalId: string;
}

/** One identity: its record in every system, and the runs that touched it. */
export const IdentityPage = ({ entity, canonicalId }: IdentityPageProps) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const query = useQuery(trpc.links.identity.queryOptions({ environment: environment.key, entity, canonicalId }));
  return <QueryView query={query}>{(identity) => <LoadedIdentity identity={identity} />}</QueryView>;
};

const LoadedIdentity = ({ identity }: { readonly identity: Identity }) => {
  const { pathTo } = useWorkspace();
  const { entity, canonicalId, records, runs } = identity;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Links', href: pathTo('links') }]}
        title={identityName(records)}
        detail={
          <>
            <Link href={pathTo('model', entity)} className="text-text hover:underline">
              {entityTitle(entity)}
            </Link>
            <span className="flex items-center font-mono text-small">
              {canonicalId}
              <CopyButton text={canonicalId} label="Copy our id" />
            </span>
          </>
        }
      />
      <div className="flex flex-col gap-4 px-4 pb-8 lg:px-6">
        <ol aria-label="Records in the systems" className="flex items-stretch gap-3 overflow-x-auto max-sm:flex-col">
          {records.map((record) => (
            <RecordCard key={record.id} record={record} />
          ))}
        </ol>
        <Panel title="Runs that touched it">
          {runs.length === 0 ? (
            <p className="text-muted">None on record.</p>
          ) : (
            <ul className="flex flex-col">
              {runs.map((run) => (
                <li key={run.id}>
                  <Link
                    href={pathTo('runs', run.id)}
                    className="flex flex-wrap items-center gap-3 rounded-md px-2 py-1.5 hover:bg-hover"
                  >
                    <RunStatePill state={run.state} />
                    <span className="min-w-0 flex-1 truncate">
                      {run.flowName} <span className="text-muted">{run.businessLabel ?? run.businessKey}</span>
                    </span>
                    <RelativeTime at={run.createdAt} />
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </>
  );
};

const RecordCard = ({ record }: { readonly record: Identity['records'][number] }) => (
  <li className="min-w-60 flex-1 rounded-lg border border-line bg-raised p-4 wrap-anywhere">
    <div className="flex items-center gap-2.5">
      <SystemTile system={record.system} size="large" />
      <div className="min-w-0">
        <p className="font-medium">{systemTitle(record.system)}</p>
        <p className="text-small text-muted">
          {objectTitle(record.system, record.object)}
          {record.isOrigin && ', where it comes from'}
        </p>
      </div>
    </div>
    {record.label !== null && <p className="mt-3 font-medium">{record.label}</p>}
    <p className="mt-1 flex items-center font-mono text-code">
      <span className="min-w-0 break-all">{record.externalId}</span>
      <CopyButton text={record.externalId} label={`Copy the ${systemTitle(record.system)} id`} />
    </p>
    <p className="text-small text-muted">
      {record.connectionName ?? 'removed connection'}, seen <RelativeTime at={record.seenAt} />
    </p>
  </li>
);
