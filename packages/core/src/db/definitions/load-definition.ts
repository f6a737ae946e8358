import { and, asc, desc, eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { definition, draft, environment, liveVersion, user, version } from '../schema/index.ts';
import type { DefinitionKind } from '../schema/definition.ts';
import { DefinitionError } from './definition-error.ts';

/** A definition with its draft, latest version and where which version is live. */
export type LoadedDefinition = Awaited<ReturnType<typeof loadDefinition>>;

/** @throws DefinitionError `DEFINITION_NOT_FOUND` */
export async function loadDefinition(tx: OrganisationTx, wanted: { kind: DefinitionKind; key: string }) {
  const [found] = await tx
    .select({ definition, draft, draftSavedByName: user.name })
    .from(definition)
    .leftJoin(draft, eq(draft.definitionId, definition.id))
    .leftJoin(user, eq(user.id, draft.updatedBy))
    .where(and(eq(definition.kind, wanted.kind), eq(definition.key, wanted.key)));
  if (found === undefined) {
    throw new DefinitionError('DEFINITION_NOT_FOUND', `There is no ${wanted.kind} "${wanted.key}".`);
  }
  const definitionId = found.definition.id;
  const [latest] = await tx
    .select()
    .from(version)
    .where(eq(version.definitionId, definitionId))
    .orderBy(desc(version.number))
    .limit(1);
  const live = await tx
    .select({
      environmentId: environment.id,
      environmentKey: environment.key,
      versionId: version.id,
      versionNumber: version.number,
      updatedAt: liveVersion.updatedAt,
    })
    .from(liveVersion)
    .innerJoin(environment, eq(environment.id, liveVersion.environmentId))
    .innerJoin(version, eq(version.id, liveVersion.versionId))
    .where(eq(liveVersion.definitionId, definitionId))
    .orderBy(asc(environment.position));
  return {
    definition: found.definition,
    draft: found.draft && { ...found.draft, savedByName: found.draftSavedByName },
    latestVersion: latest ?? null,
    live,
  };
}

/** Versions newest first, without documents. */
export function listVersions(tx: OrganisationTx, definitionId: string) {
  return tx
    .select({
      id: version.id,
      number: version.number,
      hash: version.hash,
      changeId: version.changeId,
      createdBy: version.createdBy,
      createdAt: version.createdAt,
    })
    .from(version)
    .where(eq(version.definitionId, definitionId))
    .orderBy(desc(version.number));
}
