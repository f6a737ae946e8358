'use client';
import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ConnectionSummary } from '@throughline/core/db/connections/load-connection';
import type { ConnectorManifest } from '@throughline/core/connector/manifest';
import { Button } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { ErrorState } from '#ui/states.tsx';
import { useToaster } from '#ui/toast.tsx';
import { manifestOf, systemTitle, SystemTile } from '../systems/system-tile.tsx';
import { fieldErrors } from '../workspace/field-errors.ts';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { ConnectionActions } from './connection-actions.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { ConnectionSide } from './connection-side.tsx';
import { ConnectionStatePill } from './connection-state-pill.tsx';
import { filledValues, secretChanges } from './filled-values.ts';

/** One connection: its state, its form without secrets, and what to register in the system. */
export const ConnectionPage = ({ connectionKey }: { readonly connectionKey: string }) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const query = useQuery(trpc.connections.one.queryOptions({ environment: environment.key, key: connectionKey }));
  return <QueryView query={query}>{(connection) => <LoadedConnection connection={connection} />}</QueryView>;
};

const LoadedConnection = ({ connection }: { readonly connection: ConnectionSummary }) => {
  const { can, pathTo } = useWorkspace();
  const manifest = manifestOf(connection.system);
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Connections', href: pathTo('connections') }]}
        title={
          <span className="flex items-center gap-2.5">
            <SystemTile system={connection.system} />
            {connection.name}
          </span>
        }
        detail={
          <>
            <ConnectionStatePill state={connection.state} />
            <span>{systemTitle(connection.system)}</span>
            <span className="font-mono text-small">{connection.key}</span>
            {connection.testedAt !== null && (
              <span>
                tested <RelativeTime at={connection.testedAt} />
              </span>
            )}
          </>
        }
        actions={<ConnectionActions connection={connection} />}
      />
      <div className="grid items-start gap-4 px-4 pb-8 lg:px-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        {manifest === undefined ? (
          <ErrorState message={`This version of Throughline has no connector for “${connection.system}”.`} />
        ) : (
          <fieldset disabled={!can('admin')}>
            {/* A new revision resets the form, because values typed into the old one must not be saved over it. */}
            <EditForm key={connection.revision} connection={connection} manifest={manifest} />
          </fieldset>
        )}
        <ConnectionSide connection={connection} manifest={manifest} />
      </div>
    </>
  );
};

/** What a person does after saving, by the state in which the connection then is. */
const whatNext: Readonly<Partial<Record<ConnectionSummary['state'], string>>> = {
  untested: 'Test the connection to see whether it still works.',
  paused: 'The connection stays paused until somebody resumes it.',
};

interface EditFormProps {
  readonly connection: ConnectionSummary;
  readonly manifest: ConnectorManifest;
}

const EditForm = ({ connection, manifest }: EditFormProps) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toaster = useToaster();
  const { can, environment } = useWorkspace();
  const [formKey, setFormKey] = useState(0);
  const update = useMutation(
    trpc.connections.update.mutationOptions({
      onSuccess: async ({ state }) => {
        toaster.succeeded('Saved', whatNext[state]);
        await queryClient.invalidateQueries({ queryKey: trpc.connections.pathKey() });
      },
    }),
  );
  const { name, key, settings, authMethod, secretFields, revision } = connection;
  return (
    <ConnectionForm
      key={formKey}
      manifest={manifest}
      initial={{ name, key, settings, authMethod, secrets: {} }}
      secretFields={secretFields}
      isKeyFixed
      errors={fieldErrors(update.error, 'name', 'key')}
      onSubmit={(draft) =>
        update.mutate({
          environment: environment.key,
          connectionId: connection.id,
          expectedRevision: revision,
          name: draft.name,
          settings: filledValues(draft.settings),
          authMethod: draft.authMethod,
          secrets: secretChanges(draft.secrets),
        })
      }
      renderActions={(isEdited) =>
        can('admin') && (
          <>
            <Button disabled={!isEdited} onClick={() => setFormKey(formKey + 1)}>
              Undo my edits
            </Button>
            <Button type="submit" variant="primary" disabled={!isEdited} isBusy={update.isPending}>
              Save
            </Button>
          </>
        )
      }
    />
  );
};
