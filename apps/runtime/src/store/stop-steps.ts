import { and, isNull, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { callTreeIds } from '@throughline/core/db/runs/call-tree-ids';
import { endCalledRuns, type CallerEnd } from '@throughline/core/db/runs/end-called-runs';
import { stepRun, waitingStep } from '@throughline/core/db/schema/index';

/**
 * After a run was cancelled or given up, or failed outside every step, the runs that it has called end with it, and the
 * steps under way in all of them show as skipped.
 */
export async function stopSteps(
  tx: OrganisationTx,
  runId: string,
  { how, at }: { readonly how: CallerEnd; readonly at: Date },
): Promise<void> {
  await endCalledRuns(tx, runId, { how, at });
  await tx
    .update(stepRun)
    .set({ state: 'skipped', finishedAt: at, durationMs: sql`0` })
    .where(and(sql`${stepRun.runId} in (${callTreeIds(runId)})`, isNull(stepRun.finishedAt)));
  await tx.delete(waitingStep).where(sql`${waitingStep.runId} in (${callTreeIds(runId)})`);
}
