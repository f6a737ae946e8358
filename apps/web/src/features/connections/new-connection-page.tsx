'use client';
import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { connectorCatalog } from '@throughline/connectors/catalog';
import type { ConnectorManifest } from '@throughline/core/connector/manifest';
import { Button } from '#ui/button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { keyFromName } from '../definitions/key-from-name.ts';
import { manifestOf, SystemTile } from '../systems/system-tile.tsx';
import { fieldErrors } from '../workspace/field-errors.ts';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { ConnectionForm, defaultsOf } from './connection-form.tsx';
import { filledValues, secretChanges } from './filled-values.ts';

/** Chooses a system, then fills in its form. */
export const NewConnectionPage = () => {
  const { environment, pathTo } = useWorkspace();
  const [system, setSystem] = useState<string>();
  const manifest = system === undefined ? undefined : manifestOf(system);
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Connections', href: pathTo('connections') }]}
        title={manifest === undefined ? 'New connection' : `New connection to ${manifest.title}`}
        detail={`In ${environment.name}`}
      />
      <div className="max-w-3xl px-4 pb-8 lg:px-6">
        {manifest === undefined ? (
          <SystemChooser onChoose={setSystem} />
        ) : (
          <NewConnectionForm manifest={manifest} onBack={() => setSystem(undefined)} />
        )}
      </div>
    </>
  );
};

const SystemChooser = ({ onChoose }: { readonly onChoose: (system: string) => void }) => (
  <ul className="grid gap-3 sm:grid-cols-2">
    {Object.values(connectorCatalog).map(({ id, title, category, objects }) => (
      <li key={id}>
        <button
          type="button"
          onClick={() => onChoose(id)}
          className="flex w-full items-center gap-3 rounded-lg border border-line bg-raised p-4 text-left transition-colors hover:border-accent"
        >
          <SystemTile system={id} size="large" />
          <span className="min-w-0">
            <span className="block font-medium">{title}</span>
            <span className="block text-small text-muted">
              {category.toUpperCase()} · {Object.keys(objects).length} objects
            </span>
          </span>
        </button>
      </li>
    ))}
  </ul>
);

interface NewConnectionFormProps {
  readonly manifest: ConnectorManifest;
  readonly onBack: () => void;
}

const NewConnectionForm = ({ manifest, onBack }: NewConnectionFormProps) => {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { environment, pathTo } = useWorkspace();
  const create = useMutation(
    trpc.connections.create.mutationOptions({
      onSuccess: async (_created, { key }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.connections.pathKey() });
        router.push(pathTo('connections', key));
      },
    }),
  );
  return (
    <ConnectionForm
      manifest={manifest}
      initial={{
        name: manifest.title,
        key: keyFromName(manifest.title),
        settings: defaultsOf(manifest.settings),
        authMethod: manifest.auth[0]?.id ?? '',
        secrets: defaultsOf(manifest.auth[0]?.fields ?? {}),
      }}
      errors={fieldErrors(create.error, 'name', 'key')}
      onSubmit={({ settings, secrets, ...draft }) =>
        create.mutate({
          ...draft,
          environment: environment.key,
          system: manifest.id,
          settings: filledValues(settings),
          secrets: Object.fromEntries(
            Object.entries(secretChanges(secrets)).flatMap(([field, value]) =>
              value === null ? [] : [[field, value]],
            ),
          ),
        })
      }
      renderActions={() => (
        <>
          <Button onClick={onBack}>Back</Button>
          <Button type="submit" variant="primary" isBusy={create.isPending}>
            Create connection
          </Button>
        </>
      )}
    />
  );
};
