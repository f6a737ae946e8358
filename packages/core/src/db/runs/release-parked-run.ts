import { asc, eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { run } from '../schema/index.ts';
import { enqueueRun } from './enqueue-run.ts';
import { findRoom } from './room-for-runs.ts';

/**
 * Hands the organisation's oldest parked run to the engine, when there is room for it. One in a transaction: the engine
 * orders the runs of a key by the time at which their transactions began. Returns whether there may be another.
 */
export async function releaseParkedRun(tx: OrganisationTx): Promise<boolean> {
  if (!(await findRoom(tx))) return false;
  const [parked] = await tx
    .select()
    .from(run)
    .where(eq(run.isParked, true))
    .orderBy(asc(run.createdAt), asc(run.id))
    .limit(1)
    .for('update');
  if (parked === undefined) return false;
  await tx.update(run).set({ isParked: false }).where(eq(run.id, parked.id));
  // A run that was cancelled while it waited has nothing left to do.
  if (parked.finishedAt === null) await enqueueRun(tx, parked);
  return true;
}
