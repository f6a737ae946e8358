import { asc, eq, isNull } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { loadDraftDocuments, loadLatestDocuments } from '@throughline/core/db/definitions/load-documents';
import { connection } from '@throughline/core/db/schema/connection';
import { definition } from '@throughline/core/db/schema/definition';
import { readDocument } from './read-document.ts';

/**
 * What an editor's pickers and checks work with: the environment's connections, and every definition with its draft, or
 * else its latest version, as far as it can be read.
 */
export const loadSurroundings = async (tx: OrganisationTx, environmentId: string) => {
  const connections = await tx
    .select({ key: connection.key, name: connection.name, system: connection.system, state: connection.state })
    .from(connection)
    .where(eq(connection.environmentId, environmentId))
    .orderBy(asc(connection.name));
  const definitions = await tx
    .select({ id: definition.id, kind: definition.kind, key: definition.key, name: definition.name })
    .from(definition)
    .where(isNull(definition.archivedAt))
    .orderBy(asc(definition.name));
  const latest = await loadLatestDocuments(tx);
  const drafts = await loadDraftDocuments(tx);
  const documents = new Map([...latest, ...drafts].map(({ definitionId, document }) => [definitionId, document]));
  const changed = new Set(drafts.map(({ definitionId }) => definitionId));
  return {
    connections,
    definitions: definitions.map(({ id, kind, key, name }) => ({
      id,
      key,
      name,
      ...readDocument(kind, documents.get(id)),
      isDraft: changed.has(id),
    })),
  };
};

export type Surroundings = Awaited<ReturnType<typeof loadSurroundings>>;
