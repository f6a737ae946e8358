import { DBOSExecutor } from '@dbos-inc/dbos-sdk/internal/dbos-executor';
import type { Logger } from 'pino';
import type { Database } from '@throughline/core/db';
import { endedWorkersWithRuns } from '../store/engine-tables.ts';
import { declareDead } from '../store/worker-lease.ts';
import { failGivenUpRuns } from './fail-given-up-runs.ts';
import type { WorkerLease } from './worker-lease.ts';

export interface SweeperOptions {
  readonly db: Database;
  readonly lease: WorkerLease;
  readonly log: Logger;
  readonly now: () => number;
}

/**
 * Finds workers that died and puts their runs back in the queue, until the engine gives a run up, which then fails. The
 * engine itself notices no dead worker. Declaring a worker dead raises its fence first, so that a worker that had only
 * stalled finds out before it acts again.
 */
export async function sweep({ db, lease, log, now }: SweeperOptions): Promise<void> {
  // After an outage every lease has lapsed. A worker that has just come back gives the others time to come back too.
  if (!lease.mayJudgeOthers) return;
  const declared = await declareDead(db, lease.workerId);
  if (declared.length > 0) log.warn({ workers: declared }, 'Workers were declared dead.');
  const failed = await failGivenUpRuns(db, new Date(now()));
  if (failed.length > 0) log.error({ runs: failed }, 'Runs were given up, because workers ended while executing them.');
  const ended = await endedWorkersWithRuns(db);
  if (ended.length === 0) return;
  const recovered = await recoverRuns(ended);
  log.info({ workers: ended, recovered }, 'Runs of ended workers are queued again.');
}

/** The engine's public class offers no recovery for other executors. It uses this for its own at launch. */
async function recoverRuns(workerIds: readonly string[]): Promise<number> {
  const handles = await DBOSExecutor.globalInstance?.recoverPendingWorkflows([...workerIds]);
  return handles?.length ?? 0;
}
