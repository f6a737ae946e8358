import { createHash } from 'node:crypto';
import { and, eq, max } from 'drizzle-orm';
import { withOrganisation, type Database } from '../client.ts';
import { definition, liveVersion, version, type DefinitionKind } from '../schema/index.ts';

export interface PublishInput {
  readonly organisationId: string;
  readonly environmentId: string;
  readonly kind: DefinitionKind;
  readonly key: string;
  readonly document: unknown;
}

/** For tests: puts a document live in an environment as the next version, without draft, change and release. */
export function publishForTest(
  db: Database,
  input: PublishInput,
): Promise<{ definitionId: string; versionId: string; number: number }> {
  const { organisationId, environmentId, kind, key, document } = input;
  return withOrganisation(db, organisationId, async (tx) => {
    await tx.insert(definition).values({ kind, key, name: key }).onConflictDoNothing();
    const [owner] = await tx
      .select({ id: definition.id })
      .from(definition)
      .where(and(eq(definition.kind, kind), eq(definition.key, key)));
    if (owner === undefined) throw new Error(`The definition ${kind}:${key} was not stored.`);
    const [last] = await tx
      .select({ number: max(version.number) })
      .from(version)
      .where(eq(version.definitionId, owner.id));
    const hash = createHash('sha256').update(JSON.stringify(document)).digest('hex');
    const number = (last?.number ?? 0) + 1;
    const [added] = await tx
      .insert(version)
      .values({ definitionId: owner.id, number, document, hash, createdBy: 'test' })
      .returning({ id: version.id });
    if (added === undefined) throw new Error(`The version of ${kind}:${key} was not stored.`);
    const releaseId = crypto.randomUUID();
    await tx
      .insert(liveVersion)
      .values({ environmentId, definitionId: owner.id, versionId: added.id, releaseId })
      .onConflictDoUpdate({
        target: [liveVersion.environmentId, liveVersion.definitionId],
        set: { versionId: added.id, releaseId, updatedAt: new Date() },
      });
    return { definitionId: owner.id, versionId: added.id, number };
  });
}
