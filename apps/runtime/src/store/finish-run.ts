import { and, eq, isNull } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { exception, run, waitingStep } from '@throughline/core/db/schema/index';
import { openException, type ExceptionInput } from './open-exception.ts';

type RunRow = typeof run.$inferSelect;

export interface FinishRunInput {
  readonly runId: string;
  readonly state: 'succeeded' | 'failed' | 'cancelled';
  readonly output: unknown;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
  /** What stopped it and what could not be undone; the first one is the run's own. */
  readonly exceptions: readonly ExceptionInput[];
  readonly finishedAt: Date;
}

/**
 * Ends a run once: its state, its exceptions, and the exception it was to answer change together. Repeated, it finds
 * the run ended and changes nothing.
 */
export async function finishRun(tx: OrganisationTx, input: FinishRunInput): Promise<void> {
  const [ended] = await tx
    .update(run)
    .set({
      state: input.state,
      output: input.output,
      errorCode: input.error?.code ?? null,
      errorMessage: input.error?.message ?? null,
      finishedAt: input.finishedAt,
    })
    .where(and(eq(run.id, input.runId), isNull(run.finishedAt)))
    .returning();
  if (ended === undefined) return;
  await tx.delete(waitingStep).where(eq(waitingStep.runId, ended.id));
  const owner = ended.exceptionId === null ? null : await closeAnswered(tx, ended, input);
  for (const opened of input.exceptions) await openException(tx, ended, opened, owner);
}

/** The exception a replay answers is resolved by success, replaced by the new one otherwise; its owner stays. */
async function closeAnswered(tx: OrganisationTx, ended: RunRow, input: FinishRunInput): Promise<string | null> {
  // Items of a list may have stopped while the run as a whole went through.
  const stopped = await tx.select({ id: exception.id }).from(exception).where(eq(exception.runId, ended.id)).limit(1);
  const isSolved = input.state === 'succeeded' && stopped.length === 0;
  const [answered] = await tx
    .update(exception)
    .set({
      state: 'resolved',
      resolution: isSolved ? 'replayed' : 'superseded',
      resolutionReason: isSolved ? 'The replay succeeded.' : (input.error?.message ?? 'The replay stopped again.'),
      resolvedBy: ended.startedBy ?? 'system:runtime',
      resolvedAt: input.finishedAt,
    })
    .where(and(eq(exception.id, ended.exceptionId ?? ''), eq(exception.state, 'replaying')))
    .returning({ ownerUserId: exception.ownerUserId });
  return answered?.ownerUserId ?? null;
}
