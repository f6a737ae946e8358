import { desc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { OrganisationTx } from '../client.ts';
import { environment, release, user } from '../schema/index.ts';

/** How the last release of a change to an environment left it. */
export interface ReleaseOutcome {
  readonly changeId: string;
  readonly environmentId: string;
  readonly environmentName: string;
  /** `rolled-back`: its last release there was taken back, and it was not published again since. */
  readonly state: 'published' | 'rolled-back';
  /** The release that published it or took it back. */
  readonly release: {
    readonly id: string;
    readonly number: number;
    readonly note: string;
    readonly at: Date;
    readonly byName: string | null;
    /** The pointers before this release. */
    readonly previous: Readonly<Record<string, string | null>>;
  };
  /** For a rollback: the release it took back. */
  readonly takenBack: { readonly number: number; readonly previous: Readonly<Record<string, string | null>> } | null;
}

/** One outcome for each change and environment in which the change was ever released. */
export async function loadReleaseOutcomes(
  tx: OrganisationTx,
  changeIds: readonly string[],
): Promise<readonly ReleaseOutcome[]> {
  const earlier = alias(release, 'earlier');
  const rows = await tx
    .select({
      release,
      environmentName: environment.name,
      byName: user.name,
      takenBack: { number: earlier.number, previous: earlier.previous },
    })
    .from(release)
    .innerJoin(environment, eq(environment.id, release.environmentId))
    .leftJoin(user, eq(user.id, release.publishedBy))
    .leftJoin(earlier, eq(earlier.id, release.rollsBackId))
    .where(inArray(release.changeId, [...changeIds]))
    .orderBy(desc(release.number));
  const rollsBackOf = new Map(rows.map(({ release: { id, rollsBackId } }) => [id, rollsBackId]));
  const outcomes = new Map<string, ReleaseOutcome>();
  for (const { release: row, environmentName, byName, takenBack } of rows) {
    const { changeId, environmentId, id, number, note, publishedAt: at, previous } = row;
    const place = `${changeId}:${environmentId}`;
    if (changeId === null || outcomes.has(place)) continue;
    outcomes.set(place, {
      changeId,
      environmentId,
      environmentName,
      state: isRollback(id, rollsBackOf) ? 'rolled-back' : 'published',
      release: { id, number, note, at, byName, previous },
      takenBack,
    });
  }
  return [...outcomes.values()];
}

/** True for a change that was released and is now taken back wherever it was. */
export function isTakenBack(changeId: string, outcomes: readonly ReleaseOutcome[]): boolean {
  const own = outcomes.filter((outcome) => outcome.changeId === changeId);
  return own.length > 0 && own.every(({ state }) => state === 'rolled-back');
}

/** Taking back a rollback publishes the change again, so only an odd number of steps back is a rollback. */
function isRollback(releaseId: string, rollsBackOf: ReadonlyMap<string, string | null>): boolean {
  const takenBack = rollsBackOf.get(releaseId) ?? null;
  return takenBack !== null && !isRollback(takenBack, rollsBackOf);
}
