import { and, eq, isNull, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { run, stepRun, waitingStep } from '@throughline/core/db/schema/index';

/** After a run was cancelled, the steps under way show as skipped, and the runs that it called as cancelled with it. */
export async function stopSteps(tx: OrganisationTx, runId: string, at: Date): Promise<void> {
  await tx
    .update(stepRun)
    .set({ state: 'skipped', finishedAt: at, durationMs: sql`0` })
    .where(and(eq(stepRun.runId, runId), isNull(stepRun.finishedAt)));
  await tx.delete(waitingStep).where(eq(waitingStep.runId, runId));
  const called = await tx
    .update(run)
    .set({ state: 'cancelled', errorCode: 'CANCELLED', errorMessage: 'Its caller was cancelled.', finishedAt: at })
    .where(and(eq(run.parentRunId, runId), isNull(run.finishedAt)))
    .returning({ id: run.id });
  for (const { id } of called) await stopSteps(tx, id, at);
}
