import { and, eq, inArray } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { run, sharedValue, waitingStep } from '../schema/index.ts';
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
    .returning({ organisationId: run.organisationId });
  if (stopped === undefined) throw new RunError('RUN_FINISHED', 'This run has already ended.');
  await tx.delete(waitingStep).where(eq(waitingStep.runId, runId));
  await tx.delete(sharedValue).where(eq(sharedValue.runId, runId));
  await endCalledRuns(tx, runId, { how: 'cancelled', at: now });
  await reopenException(tx, runId);
  await enqueueWorkflow(tx, {
    workflow: engineWorkflows.stopRun,
    queue: engineQueues.control,
    id: `stop:${runId}`,
    args: [{ organisationId: stopped.organisationId, runId }],
  });
}
