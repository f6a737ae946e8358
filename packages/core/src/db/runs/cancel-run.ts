import { and, eq, inArray, sql } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { run, sharedValue, undoEntry, waitingStep } from '../schema/index.ts';
import { callTreeIds } from './call-tree-ids.ts';
import { endCalledRuns } from './end-called-runs.ts';
import { engineQueues, engineWorkflows } from './engine-names.ts';
import { enqueueWorkflow } from './engine-queue.ts';
import { reopenException } from './replay-exception.ts';
import { RunError } from './run-error.ts';

/**
 * Stops a run that has not ended, and the runs that it has called. Effects already under way are finished, none is
 * started after them, and what was written stays.
 * @throws RunError `RUN_FINISHED`, also when there is no such run
 */
export async function cancelRun(
  tx: OrganisationTx,
  input: { runId: string; cancelledBy: string; now: Date },
): Promise<void> {
  const { runId, cancelledBy, now } = input;
  const [stopped] = await tx
    .update(run)
    .set({
      state: 'cancelled',
      errorCode: 'CANCELLED',
      errorMessage: `Cancelled by ${cancelledBy}.`,
      finishedAt: now,
    })
    .where(and(eq(run.id, runId), inArray(run.state, ['queued', 'running', 'waiting'])))
    .returning({ organisationId: run.organisationId, parentRunId: run.parentRunId });
  if (stopped === undefined) throw new RunError('RUN_FINISHED', 'This run has already ended.');
  await tx.delete(waitingStep).where(eq(waitingStep.runId, runId));
  await tx.delete(sharedValue).where(eq(sharedValue.runId, runId));
  // The caller of a called run still takes back what was written. Where there is none, it stays, and nobody asks how to.
  if (stopped.parentRunId === null)
    await tx.delete(undoEntry).where(sql`${undoEntry.runId} in (${callTreeIds(runId)})`);
  await endCalledRuns(tx, runId, { how: 'cancelled', at: now });
  await reopenException(tx, runId);
  await enqueueWorkflow(tx, {
    workflow: engineWorkflows.stopRun,
    queue: engineQueues.control,
    id: `stop:${runId}`,
    args: [{ organisationId: stopped.organisationId, runId }],
  });
}
