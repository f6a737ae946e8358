import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { exception, run } from '../schema/index.ts';
import { replayRun } from './replay-run.ts';
import { RunError } from './run-error.ts';

export interface ReplayExceptionInput {
  readonly exceptionId: string;
  readonly startedBy: string;
  /** The payload as the operator left it; the stored one when absent. */
  readonly payload?: { readonly data: unknown } | undefined;
}

/**
 * Runs an exception's record again, perhaps with an edited payload: exception and new run change in one transaction,
 * so a second click finds it no longer open. The exception ends with its run: resolved when that succeeds, replaced by
 * a new one when it stops again. Returns the new run's id.
 * @throws RunError `EXCEPTION_NOT_FOUND`, `EXCEPTION_NOT_OPEN`
 */
export async function replayException(tx: OrganisationTx, input: ReplayExceptionInput): Promise<string> {
  const [found] = await tx.select().from(exception).where(eq(exception.id, input.exceptionId)).for('update');
  if (found === undefined) {
    throw new RunError('EXCEPTION_NOT_FOUND', `There is no exception ${input.exceptionId}.`);
  }
  if (found.state !== 'open') {
    throw new RunError('EXCEPTION_NOT_OPEN', 'This exception is already being replayed or was resolved.');
  }
  const data = input.payload === undefined ? found.payload : input.payload.data;
  // An exception of one item of a list carries that item, and the run's own trigger stays as it was.
  const isItem = found.path.endsWith(']');
  const replayRunId = await replayRun(tx, {
    runId: found.runId,
    startedBy: input.startedBy,
    exceptionId: found.id,
    ...(isItem ? { itemOverrides: { [found.path]: data } } : { payload: { data } }),
  });
  await tx.update(exception).set({ state: 'replaying', replayRunId, payload: data }).where(eq(exception.id, found.id));
  return replayRunId;
}

/** Reopens the exception that a run was meant to resolve, because the run was cancelled. */
export async function reopenException(tx: OrganisationTx, runId: string): Promise<void> {
  const [answering] = await tx.select({ exceptionId: run.exceptionId }).from(run).where(eq(run.id, runId));
  if (answering?.exceptionId == null) return;
  await tx.update(exception).set({ state: 'open' }).where(eq(exception.id, answering.exceptionId));
}
