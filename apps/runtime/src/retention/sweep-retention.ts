import { DBOS } from '@dbos-inc/dbos-sdk';
import { acrossOrganisations, withOrganisation, type Database } from '@throughline/core/db';
import { findExpiredRuns } from '../store/find-expired-runs.ts';
import { listEnvironments } from '../store/list-environments.ts';
import { listRunWorkflows } from '../store/engine-tables.ts';
import { removeIdleEvents } from '../store/remove-idle-events.ts';
import { removeOwnWrites } from '../store/remove-own-writes.ts';
import { removeOldRequests } from '../store/remove-old-requests.ts';
import { removeRunData } from '../store/remove-run-data.ts';
import { trimDraftRevisions } from '../store/trim-draft-revisions.ts';

export interface RetentionSweep {
  readonly db: Database;
  readonly now: Date;
  /** Most rows of one kind per transaction; defaults to 200. */
  readonly batchSize?: number;
  /** Saved states kept per draft, at least 100; defaults to 200. */
  readonly keptRevisions?: number;
  /** Called between batches. The sweep ends early when it returns true. */
  readonly isStopping?: () => boolean;
}

/** How many of each were removed. */
export interface RetentionOutcome {
  readonly runs: number;
  readonly events: number;
  /** Marks by which the echoes of our own writes are known. */
  readonly writes: number;
  readonly requests: number;
  readonly revisions: number;
}

const requestLifeMs = 24 * 3_600_000;
/** Longer than any poll stays behind: the echo of an own write has come by then. */
const ownWriteLifeMs = 30 * 24 * 3_600_000;

/**
 * Removes what was kept for long enough, environment by environment and in small batches, so that a large backlog
 * delays nobody. Several workers may sweep at once, because each removal can be repeated.
 */
export async function sweepRetention(sweep: RetentionSweep): Promise<RetentionOutcome> {
  const { db, now, batchSize: limit = 200, keptRevisions: keep = 200, isStopping = () => false } = sweep;
  const repeat = async (batch: () => Promise<number>, least = limit): Promise<number> => {
    for (let total = 0; ;) {
      if (isStopping()) return total;
      const count = await batch();
      total += count;
      if (count < least) return total;
    }
  };
  const environments = await acrossOrganisations(db, listEnvironments);
  const before = new Date(now.getTime() - requestLifeMs);
  const outcome = { runs: 0, events: 0, writes: 0, requests: 0, revisions: 0 };
  for (const { environmentId, organisationId } of environments) {
    // A run that is removed sets the run free that it repeats, so a small batch may not be the last one.
    outcome.runs += await repeat(() => removeRuns(db, organisationId, { environmentId, now, limit }), 1);
    outcome.events += await repeat(() =>
      withOrganisation(db, organisationId, (tx) => removeIdleEvents(tx, { environmentId, now, limit })),
    );
    const writtenBefore = new Date(now.getTime() - ownWriteLifeMs);
    outcome.writes += await repeat(() =>
      withOrganisation(db, organisationId, (tx) =>
        removeOwnWrites(tx, { environmentId, before: writtenBefore, limit }),
      ),
    );
    outcome.requests += await repeat(async () => {
      const ids = await withOrganisation(db, organisationId, (tx) =>
        removeOldRequests(tx, { environmentId, before, limit }),
      );
      if (ids.length > 0) await DBOS.deleteWorkflows(ids.map((id) => `request:${id}`));
      return ids.length;
    });
  }
  outcome.revisions = await repeat(() => acrossOrganisations(db, (tx) => trimDraftRevisions(tx, { keep, limit })));
  return outcome;
}

async function removeRuns(
  db: Database,
  organisationId: string,
  search: { readonly environmentId: string; readonly now: Date; readonly limit: number },
): Promise<number> {
  const runIds = await withOrganisation(db, organisationId, (tx) => findExpiredRuns(tx, search));
  if (runIds.length === 0) return 0;
  // The engine's journals, which hold inputs and results of every effect, go first. If this process ends now, the next
  // sweep finds the same runs again. In the other order, the journals would be forgotten.
  await DBOS.deleteWorkflows(await listRunWorkflows(db, runIds));
  await withOrganisation(db, organisationId, (tx) => removeRunData(tx, runIds, search.now));
  return runIds.length;
}
