import type { OrganisationTx } from '@throughline/core/db';
import { loadDefinition } from '@throughline/core/db/definitions/load-definition';
import type { DefinitionKind } from '@throughline/core/db/schema/definition';
import { runningChangeOf } from './running-change.ts';

interface OpenDefinitionInput {
  readonly kind: DefinitionKind;
  readonly key: string;
  readonly environmentId: string;
}

/**
 * What an editor starts from: the draft, or else the latest version. `revision` is null if there is no draft; `live` is
 * the version that currently runs in the environment.
 */
export const openDefinition = async (tx: OrganisationTx, { kind, key, environmentId }: OpenDefinitionInput) => {
  const { definition, draft, latestVersion, live } = await loadDefinition(tx, { kind, key });
  const here = live.find((each) => each.environmentId === environmentId);
  return {
    id: definition.id,
    key: definition.key,
    name: definition.name,
    description: definition.description,
    document: draft?.document ?? latestVersion?.document ?? null,
    revision: draft?.revision ?? null,
    savedAt: draft?.updatedAt ?? null,
    savedByName: draft?.savedByName ?? null,
    /** The draft was started from an older version than the latest one. */
    isBehind: draft !== null && draft.baseVersionId !== (latestVersion?.id ?? null),
    latestVersion: latestVersion === null ? null : { id: latestVersion.id, number: latestVersion.number },
    live: here === undefined ? null : { versionNumber: here.versionNumber, since: here.updatedAt },
    change: await runningChangeOf(tx, definition.id),
  };
};

export type OpenedDefinition = Awaited<ReturnType<typeof openDefinition>>;
