import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { RunError } from '../runs/run-error.ts';
import { run } from '../schema/index.ts';

/**
 * Refuses an event whose data was removed together with its run.
 * @throws RunError `RUN_DATA_REMOVED`
 */
export async function refuseRemoved(tx: OrganisationTx, stoppedRunId: string): Promise<void> {
  const [stopped] = await tx.select({ removedAt: run.dataRemovedAt }).from(run).where(eq(run.id, stoppedRunId));
  if (stopped?.removedAt == null) return;
  throw new RunError(
    'RUN_DATA_REMOVED',
    'The event of this run was removed when its retention had passed. Start a new run with the data of today.',
  );
}
