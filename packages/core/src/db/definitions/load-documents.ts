import { and, eq, isNull, sql } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { definition, draft, liveVersion, version } from '../schema/index.ts';
import type { DefinitionKind } from '../schema/definition.ts';

/** A document with the definition it belongs to. */
export interface NamedDocument {
  readonly definitionId: string;
  readonly kind: DefinitionKind;
  readonly key: string;
  readonly name: string;
  readonly document: unknown;
}

const named = { definitionId: definition.id, kind: definition.kind, key: definition.key, name: definition.name };

/** What is live in an environment. */
export function loadLiveDocuments(tx: OrganisationTx, environmentId: string): Promise<NamedDocument[]> {
  return tx
    .select({ ...named, document: version.document })
    .from(liveVersion)
    .innerJoin(definition, eq(definition.id, liveVersion.definitionId))
    .innerJoin(version, eq(version.id, liveVersion.versionId))
    .where(and(eq(liveVersion.environmentId, environmentId), isNull(definition.archivedAt)));
}

/** The latest version of everything ever published, wherever it is live. */
export function loadLatestDocuments(tx: OrganisationTx): Promise<NamedDocument[]> {
  return tx
    .selectDistinctOn([definition.id], { ...named, document: version.document })
    .from(definition)
    .innerJoin(version, eq(version.definitionId, definition.id))
    .where(isNull(definition.archivedAt))
    .orderBy(definition.id, sql`${version.number} desc`);
}

/** Every draft. */
export function loadDraftDocuments(tx: OrganisationTx): Promise<NamedDocument[]> {
  return tx
    .select({ ...named, document: draft.document })
    .from(draft)
    .innerJoin(definition, eq(definition.id, draft.definitionId))
    .where(isNull(definition.archivedAt));
}
