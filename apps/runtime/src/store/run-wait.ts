import { and, asc, eq, inArray } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { runWait } from '@throughline/core/db/schema/index';

export interface WaitMoment {
  readonly runId: string;
  readonly path: string;
  readonly at: Date;
}

/** Notes when a step began to wait on purpose. Repeating it is safe. */
export async function noteWaitBegan(tx: OrganisationTx, { runId, path, at }: WaitMoment): Promise<void> {
  await tx.insert(runWait).values({ runId, path, beganAt: at }).onConflictDoNothing();
}

export async function noteWaitEnded(tx: OrganisationTx, { runId, path, at }: WaitMoment): Promise<void> {
  await tx
    .update(runWait)
    .set({ endedAt: at })
    .where(and(eq(runWait.runId, runId), eq(runWait.path, path)));
}

/** The waits of runs; `endedAt` is null where the run ended first. */
export function listRunWaits(
  tx: OrganisationTx,
  runIds: readonly string[],
): Promise<{ beganAt: Date; endedAt: Date | null }[]> {
  return tx
    .select({ beganAt: runWait.beganAt, endedAt: runWait.endedAt })
    .from(runWait)
    .where(inArray(runWait.runId, [...runIds]))
    .orderBy(asc(runWait.beganAt));
}
