import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { connectedSystems } from '../connections/connected-systems.ts';
import { loadLiveDocuments } from '../definitions/load-documents.ts';
import { change, definition, release, version } from '../schema/index.ts';
import { ChangeError } from './change-error.ts';
import { checkChange, type Checks } from './check-change.ts';
import { requireEnvironmentOrder } from './environment-order.ts';
import { loadReleaseOutcomes } from './release-outcome.ts';

export type ReleaseRow = typeof release.$inferSelect;

/**
 * Refuses to take back a release that a later one builds on, or that something live needs, or whose predecessors use
 * something that is no longer live. Taking a rollback back publishes its change again, which has to reach the environment
 * before this one first.
 * @throws ChangeError `RELEASE_SUPERSEDED`, `ENVIRONMENT_ORDER`, `NOT_PUBLISHABLE`
 */
export async function requireRollBack(
  tx: OrganisationTx,
  found: ReleaseRow,
  environmentName: string,
  checks: Checks,
): Promise<void> {
  await refuseSuperseded(tx, found);
  await refuseOutOfOrder(tx, found);
  await refuseBreaking(tx, found, environmentName, checks);
}

async function refuseSuperseded(tx: OrganisationTx, { environmentId, number, previous }: ReleaseRow): Promise<void> {
  const moved = Object.keys(previous);
  const [later] = await tx
    .select({ number: release.number })
    .from(release)
    .where(
      and(
        eq(release.environmentId, environmentId),
        gt(release.number, number),
        sql`${release.previous} ?| array[${sql.join(
          moved.map((definitionId) => sql`${definitionId}`),
          sql`, `,
        )}]::text[]`,
      ),
    )
    .orderBy(sql`${release.number} desc`)
    .limit(1);
  if (later === undefined) return;
  throw new ChangeError(
    'RELEASE_SUPERSEDED',
    `Release ${later.number} came after release ${number} and moved the same definitions. Roll back that one first.`,
  );
}

async function refuseOutOfOrder(tx: OrganisationTx, { changeId, environmentId }: ReleaseRow): Promise<void> {
  if (changeId === null) return;
  const outcomes = await loadReleaseOutcomes(tx, [changeId]);
  const isTakenBackHere = outcomes.some(
    (outcome) => outcome.environmentId === environmentId && outcome.state === 'rolled-back',
  );
  if (!isTakenBackHere) return;
  const [found] = await tx.select({ id: change.id, number: change.number }).from(change).where(eq(change.id, changeId));
  if (found !== undefined) await requireEnvironmentOrder(tx, found, environmentId);
}

/** What a document names and an environment may no longer have. */
const missing: ReadonlySet<string> = new Set([
  'UNKNOWN_CONNECTION',
  'UNKNOWN_MAPPING',
  'UNKNOWN_VALUE_MAP',
  'UNKNOWN_FLOW',
]);

/**
 * A flow published since may use what would go away, and what comes back may use what went away since. Other problems
 * of a document that comes back do not count, because it was live with them before.
 */
async function refuseBreaking(
  tx: OrganisationTx,
  { environmentId, previous, number }: ReleaseRow,
  environmentName: string,
  checks: Checks,
): Promise<void> {
  const surroundings = await loadLiveDocuments(tx, environmentId);
  const kept = Object.values(previous).filter((versionId) => versionId !== null);
  const items = await tx
    .select({
      definitionId: definition.id,
      kind: definition.kind,
      key: definition.key,
      name: definition.name,
      document: version.document,
    })
    .from(version)
    .innerJoin(definition, eq(definition.id, version.definitionId))
    .where(inArray(version.id, kept));
  const goes = new Set(Object.keys(previous).filter((definitionId) => previous[definitionId] === null));
  const connections = await connectedSystems(tx, environmentId);
  const found = await checkChange({ ...checks, items, surroundings, removed: goes, connections });
  const problems = found.filter(
    ({ severity, definitionId, code }) =>
      severity === 'error' && (!Object.hasOwn(previous, definitionId) || missing.has(code)),
  );
  if (problems.length === 0) return;
  const isNeeded = problems.some(({ definitionId }) => !Object.hasOwn(previous, definitionId));
  const reason = isNeeded
    ? `something live in ${environmentName} needs it`
    : `what would come back uses something that ${environmentName} no longer has`;
  throw new ChangeError('NOT_PUBLISHABLE', `Release ${number} cannot be taken back: ${reason}.`, problems);
}
