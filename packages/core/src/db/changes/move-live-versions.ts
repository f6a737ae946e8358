import { and, eq, sql } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { liveVersion, release } from '../schema/index.ts';
import type { LivePointer } from './lock-environment.ts';

export interface MoveLiveVersionsInput {
  readonly environmentId: string;
  readonly changeId: string | null;
  readonly rollsBackId?: string;
  /** The version to be live, by definition id; null for none. */
  readonly targets: ReadonlyMap<string, string | null>;
  readonly live: ReadonlyMap<string, LivePointer>;
  readonly note: string;
  readonly publishedBy: string;
}

/** Writes a release and moves the pointers it stands for. The environment must be locked. */
export async function moveLiveVersions(
  tx: OrganisationTx,
  input: MoveLiveVersionsInput,
): Promise<{ releaseId: string; number: number }> {
  const { environmentId, changeId, rollsBackId, targets, live, note, publishedBy } = input;
  const previous = Object.fromEntries([...targets.keys()].map((id) => [id, live.get(id)?.versionId ?? null]));
  const [made] = await tx
    .insert(release)
    .values({
      environmentId,
      changeId,
      rollsBackId,
      previous,
      note,
      publishedBy,
      publishedAt: sql`clock_timestamp()`,
    })
    .returning({ releaseId: release.id, number: release.number });
  if (made === undefined) throw new Error('The release was not stored.');
  for (const [definitionId, versionId] of targets) {
    if (versionId === null) {
      await tx
        .delete(liveVersion)
        .where(and(eq(liveVersion.environmentId, environmentId), eq(liveVersion.definitionId, definitionId)));
      continue;
    }
    const { releaseId } = made;
    await tx
      .insert(liveVersion)
      .values({ environmentId, definitionId, versionId, releaseId })
      .onConflictDoUpdate({
        target: [liveVersion.environmentId, liveVersion.definitionId],
        set: { versionId, releaseId, updatedAt: sql`clock_timestamp()` },
      });
  }
  return made;
}
