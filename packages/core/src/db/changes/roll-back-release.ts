import { eq } from 'drizzle-orm';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import { release } from '../schema/index.ts';
import { ChangeError } from './change-error.ts';
import type { Checks } from './check-change.ts';
import { lockEnvironment } from './lock-environment.ts';
import { moveLiveVersions } from './move-live-versions.ts';
import { requireRollBack } from './require-roll-back.ts';

export interface RollBackReleaseInput {
  readonly releaseId: string;
  readonly rolledBackBy: string;
  readonly note: string;
}

/**
 * Makes live again what was live before a release, as a release of its own. Runs under way finish on their versions.
 * @throws ChangeError `RELEASE_SUPERSEDED` when a later release moved one of its definitions (roll that back first),
 * `ENVIRONMENT_ORDER` when a rollback is taken back whose change is not in the environment before this one,
 * `NOT_PUBLISHABLE` when something live needs what would go or what comes back uses something that is gone,
 * `RELEASE_NOT_FOUND`
 */
export async function rollBackRelease(
  tx: OrganisationTx,
  input: RollBackReleaseInput,
  checks: Checks,
): Promise<{ releaseId: string; number: number }> {
  const [found] = await tx.select().from(release).where(eq(release.id, input.releaseId));
  if (found === undefined) throw new ChangeError('RELEASE_NOT_FOUND', `There is no release ${input.releaseId}.`);
  const { environmentId, previous } = found;
  const { name, live } = await lockEnvironment(tx, environmentId);
  await requireRollBack(tx, found, name, checks);
  const made = await moveLiveVersions(tx, {
    environmentId,
    changeId: found.changeId,
    rollsBackId: found.id,
    targets: new Map(Object.entries(previous)),
    live,
    note: input.note,
    publishedBy: input.rolledBackBy,
  });
  await writeAudit(tx, {
    actor: input.rolledBackBy,
    action: 'release.rolled-back',
    subjectType: 'release',
    subjectId: found.id,
    environmentId,
    details: { number: found.number, asRelease: made.number, versions: previous, note: input.note },
  });
  return made;
}
