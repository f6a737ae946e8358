import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { exception, run } from '../schema/index.ts';
import type { ReplayTarget } from '../words/replay-target.ts';
import { replayRun, type ReplayRunInput } from './replay-run.ts';
import { RunError } from './run-error.ts';

export interface ReplayExceptionInput {
  readonly exceptionId: string;
  readonly startedBy: string;
  /** The payload as the operator left it; the stored one when absent. */
  readonly payload?: { readonly data: unknown } | undefined;
}

/**
 * Repeats what an exception's target names: the whole run, one item of a loop, perhaps with an edited payload, or taking
 * an effect back. Exception and new run change in one transaction, so a second click finds it no longer open. A replay
 * that succeeds resolves the exception. A record that stops again has a new exception instead; a replay that did not
 * get as far as its target, or could not take the effect back, leaves this one open. Returns the new run's id.
 * @throws RunError `EXCEPTION_NOT_FOUND`, `EXCEPTION_NOT_OPEN`, `UNDO_NOT_EDITABLE`
 */
export async function replayException(tx: OrganisationTx, input: ReplayExceptionInput): Promise<string> {
  const [found] = await tx.select().from(exception).where(eq(exception.id, input.exceptionId)).for('update');
  if (found === undefined) {
    throw new RunError('EXCEPTION_NOT_FOUND', `There is no exception ${input.exceptionId}.`);
  }
  if (found.state !== 'open') {
    throw new RunError('EXCEPTION_NOT_OPEN', 'This exception is already being replayed or was resolved.');
  }
  if (found.target.kind === 'undo' && input.payload !== undefined) {
    throw new RunError(
      'UNDO_NOT_EDITABLE',
      'An undo is tried again with what was recorded when the record was written. Replay it without an edited payload.',
    );
  }
  const data = input.payload === undefined ? found.payload : input.payload.data;
  const replayRunId = await replayRun(tx, {
    runId: found.runId,
    startedBy: input.startedBy,
    exceptionId: found.id,
    ...repeatedPart(found.target, data),
  });
  await tx
    .update(exception)
    .set({ state: 'replaying', replayRunId, payload: data, replayFailure: null })
    .where(eq(exception.id, found.id));
  return replayRunId;
}

/** The run's own trigger stays as it was when only a part of the run is repeated. */
function repeatedPart(target: ReplayTarget, data: unknown): Pick<ReplayRunInput, 'target' | 'payload' | 'versions'> {
  switch (target.kind) {
    case 'run':
      return { target: 'everything', payload: { data } };
    case 'item':
      return { target: { ...target, item: data } };
    case 'undo':
      return { target, versions: 'same' };
  }
}

/** Reopens the exception that a run was meant to resolve, because the run was cancelled. */
export async function reopenException(tx: OrganisationTx, runId: string): Promise<void> {
  const [answering] = await tx.select({ exceptionId: run.exceptionId }).from(run).where(eq(run.id, runId));
  if (answering?.exceptionId == null) return;
  await tx
    .update(exception)
    .set({ state: 'open', replayFailure: 'The replay was cancelled.' })
    .where(eq(exception.id, answering.exceptionId));
}
