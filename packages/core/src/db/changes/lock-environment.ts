import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { environment, liveVersion, version } from '../schema/index.ts';
import { ChangeError } from './change-error.ts';

export interface LivePointer {
  readonly versionId: string;
  readonly number: number;
}

interface EnvironmentState {
  readonly name: string;
  /** What is live, by definition id. */
  readonly live: ReadonlyMap<string, LivePointer>;
}

/**
 * Locks an environment against other releases, not against runs.
 * @throws ChangeError `RELEASE_NOT_FOUND` when there is no such environment
 */
export async function lockEnvironment(tx: OrganisationTx, environmentId: string): Promise<EnvironmentState> {
  await tx
    .select({ id: environment.id })
    .from(environment)
    .where(eq(environment.id, environmentId))
    .for('no key update');
  return readEnvironment(tx, environmentId);
}

/** The same without a lock. @throws ChangeError `RELEASE_NOT_FOUND` when there is no such environment */
export async function readEnvironment(tx: OrganisationTx, environmentId: string): Promise<EnvironmentState> {
  const [found] = await tx
    .select({ name: environment.name })
    .from(environment)
    .where(eq(environment.id, environmentId));
  if (found === undefined) throw new ChangeError('RELEASE_NOT_FOUND', `There is no environment ${environmentId}.`);
  const rows = await tx
    .select({ definitionId: liveVersion.definitionId, versionId: version.id, number: version.number })
    .from(liveVersion)
    .innerJoin(version, eq(version.id, liveVersion.versionId))
    .where(eq(liveVersion.environmentId, environmentId));
  return {
    name: found.name,
    live: new Map(rows.map(({ definitionId, versionId, number }) => [definitionId, { versionId, number }])),
  };
}
