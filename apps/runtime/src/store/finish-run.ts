import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { exception, run, sharedValue, waitingStep } from '@throughline/core/db/schema/index';
import type { FailureFacts } from '../failures/step-failure.ts';
import { escapeUnstorable } from './escape-unstorable.ts';
import { keepUsedAgain } from './keep-used-again.ts';
import { openExceptions, type ExceptionInput } from './open-exceptions.ts';
import { forgetUndoEntriesOfRoot } from './undo-entry.ts';

type RunRow = typeof run.$inferSelect;

export interface FinishRunInput {
  readonly runId: string;
  readonly state: 'succeeded' | 'failed' | 'cancelled';
  readonly output: unknown;
  readonly error?: Pick<FailureFacts, 'code' | 'message' | 'details'> | undefined;
  /** What stopped it, for a person. */
  readonly stopped?: ExceptionInput | undefined;
  /** Effects that could not be taken back. */
  readonly undone: readonly ExceptionInput[];
  readonly finishedAt: Date;
}

/** How a run ended, which may differ from how it would have ended by itself; undefined while it is open. */
export async function endOfRun(
  tx: OrganisationTx,
  runId: string,
): Promise<Pick<RunRow, 'state' | 'errorCode'> | undefined> {
  const [row] = await tx
    .select({ state: run.state, errorCode: run.errorCode })
    .from(run)
    .where(and(eq(run.id, runId), isNotNull(run.finishedAt)));
  return row;
}

/**
 * Ends a run once: its state, its exceptions, and the exception that it answers change together. When it is repeated,
 * it finds the run ended and changes nothing.
 */
export async function finishRun(tx: OrganisationTx, input: FinishRunInput): Promise<void> {
  const [ended] = await tx
    .update(run)
    .set({
      state: input.state,
      output: input.output,
      errorCode: input.error?.code ?? null,
      errorMessage: escapeUnstorable(input.error?.message ?? null),
      finishedAt: input.finishedAt,
    })
    .where(and(eq(run.id, input.runId), isNull(run.finishedAt)))
    .returning();
  await forgetUndoEntriesOfRoot(tx, input.runId);
  if (ended === undefined) return;
  await tx.delete(waitingStep).where(eq(waitingStep.runId, ended.id));
  await tx.delete(sharedValue).where(eq(sharedValue.runId, ended.id));
  const { isKept, ownerUserId } = await answerException(tx, ended, input);
  const opened = input.stopped === undefined || isKept ? input.undone : [input.stopped, ...input.undone];
  await openExceptions(tx, ended, opened, ownerUserId);
  const isWhole = input.state === 'succeeded' && ended.target === null;
  if (isWhole && ended.replayOfRunId !== null) await keepUsedAgain(tx, ended, input.finishedAt);
}

interface Answered {
  /** The exception stays open and reports the run's failure itself. */
  readonly isKept: boolean;
  readonly ownerUserId: string | null;
}

/**
 * Ends the exception a replay answers: success resolves it, and a record that stopped again has a new one instead, of
 * the same owner. A replay of an item or an undo that did not complete leaves the exception as it was, with the reason.
 */
async function answerException(tx: OrganisationTx, ended: RunRow, input: FinishRunInput): Promise<Answered> {
  if (ended.exceptionId === null) return { isKept: false, ownerUserId: null };
  const isKept = ended.target !== null && input.state !== 'succeeded';
  const answer = isKept ? keptOpen(ended, input) : await resolvedBy(tx, ended, input);
  const [answered] = await tx
    .update(exception)
    .set(answer)
    .where(and(eq(exception.id, ended.exceptionId), eq(exception.state, 'replaying')))
    .returning({ ownerUserId: exception.ownerUserId });
  return { isKept, ownerUserId: answered?.ownerUserId ?? null };
}

type ExceptionChange = Partial<typeof exception.$inferInsert>;

/** An undo that failed again reports its newest failure. */
function keptOpen({ target }: RunRow, { error }: FinishRunInput): ExceptionChange {
  const replayFailure = error?.message ?? 'The replay did not complete.';
  const newest = target?.kind === 'undo' && error !== undefined ? error : undefined;
  return {
    state: 'open',
    replayFailure,
    ...(newest === undefined ? {} : { message: newest.message, details: [...newest.details] }),
  };
}

async function resolvedBy(tx: OrganisationTx, ended: RunRow, input: FinishRunInput): Promise<ExceptionChange> {
  // Items of a list may have stopped although the run as a whole succeeded.
  const stopped = await tx.select({ id: exception.id }).from(exception).where(eq(exception.runId, ended.id)).limit(1);
  const isSolved = input.state === 'succeeded' && stopped.length === 0;
  return {
    state: 'resolved',
    resolution: isSolved ? 'replayed' : 'superseded',
    resolutionReason: isSolved ? 'The replay succeeded.' : (input.error?.message ?? 'The replay stopped again.'),
    resolvedBy: ended.startedBy ?? 'system:runtime',
    resolvedAt: input.finishedAt,
  };
}
