import { and, inArray, isNull } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { run, sharedValue, waitingStep } from '../schema/index.ts';

/** How the calling run ended. */
export type CallerEnd = 'cancelled' | 'given-up' | 'failed';

const messages = {
  cancelled: 'Its caller was cancelled.',
  'given-up': 'Its caller was given up.',
  failed: 'Its caller failed.',
} as const satisfies Record<CallerEnd, string>;

/**
 * Ends the runs that an ended run has called, and the runs that those have called, level by level. Adding a called run
 * keeps its caller open until it is added, so once the callers have ended, no run can join the level below them.
 */
export async function endCalledRuns(
  tx: OrganisationTx,
  runId: string,
  { how, at }: { readonly how: CallerEnd; readonly at: Date },
): Promise<void> {
  const ended = await endLevel(tx, [runId], messages[how], at);
  for (let callers = ended; callers.length > 0;) callers = await endLevel(tx, callers, messages.cancelled, at);
}

async function endLevel(
  tx: OrganisationTx,
  callerIds: readonly string[],
  errorMessage: string,
  finishedAt: Date,
): Promise<string[]> {
  const rows = await tx
    .update(run)
    .set({ state: 'cancelled', errorCode: 'CANCELLED', errorMessage, finishedAt })
    .where(and(inArray(run.parentRunId, [...callerIds]), isNull(run.finishedAt)))
    .returning({ id: run.id });
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return ids;
  await tx.delete(waitingStep).where(inArray(waitingStep.runId, ids));
  await tx.delete(sharedValue).where(inArray(sharedValue.runId, ids));
  return ids;
}
