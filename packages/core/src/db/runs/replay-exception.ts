import { and, eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { judgeAgain } from '../events/judge-again.ts';
import { readEventAgain } from '../events/read-event-again.ts';
import { jsonValue } from '../json-value.ts';
import { exception, run } from '../schema/index.ts';
import type { RepeatedTarget } from '../words/replay-target.ts';
import { replayRun, type ReplayRunInput } from './replay-run.ts';
import { RunError } from './run-error.ts';
import { nothingToReplay } from './why-not-replayable.ts';

export interface ReplayExceptionInput {
  readonly exceptionId: string;
  readonly startedBy: string;
  /** The payload as the operator left it; the stored one when absent. */
  readonly payload?: { readonly data: unknown } | undefined;
}

/**
 * Repeats what an exception's target names: the whole run or one item of a loop, perhaps with an edited payload, taking
 * an effect back, reading the record of an event, or judging an event. Everything changes in one transaction, so a second
 * click finds the exception no longer open. A replay that succeeds resolves the exception. A record that stops again has a
 * new exception instead; a replay that did not get as far as its target, could not take the effect back or could not read
 * the record leaves this one open. Returns the new run's id, or null where an event starts none, or none until its record
 * is read.
 * @throws RunError `EXCEPTION_NOT_FOUND`, `EXCEPTION_NOT_OPEN`, `NOTHING_TO_REPLAY`, `PAYLOAD_NOT_EDITABLE`,
 * `FLOW_NOT_LIVE`, `FLOW_UNREADABLE`, `EVENT_GONE`
 */
export async function replayException(tx: OrganisationTx, input: ReplayExceptionInput): Promise<string | null> {
  const [found] = await tx.select().from(exception).where(eq(exception.id, input.exceptionId)).for('update');
  if (found === undefined) {
    throw new RunError('EXCEPTION_NOT_FOUND', `There is no exception ${input.exceptionId}.`);
  }
  if (found.state !== 'open') {
    throw new RunError('EXCEPTION_NOT_OPEN', 'This exception is already being replayed or was resolved.');
  }
  const { id, runId, target } = found;
  if (target.kind === 'nothing') throw nothingToReplay();
  if (input.payload !== undefined) refuseEditing(target);
  const data = input.payload === undefined ? found.payload : input.payload.data;
  const { startedBy } = input;
  const isReplaying = { state: 'replaying', payload: jsonValue(data), replayFailure: null } as const;
  const change = (to: Partial<typeof exception.$inferInsert>) =>
    tx.update(exception).set(to).where(eq(exception.id, id));
  if (target.kind === 'event' || target.kind === 'judge') {
    // An event answers its exception by itself, as soon as it is judged.
    await change({ ...isReplaying, replayRunId: null });
    const { eventId } = target;
    const again = { eventId, stoppedRunId: runId, exceptionId: id, askedForBy: startedBy };
    if (target.kind === 'judge') return judgeAgain(tx, { ...again, payload: data });
    await readEventAgain(tx, again);
    return null;
  }
  const replayRunId = await replayRun(tx, { runId, startedBy, exceptionId: id, ...repeatedPart(target, data) });
  await change({ ...isReplaying, replayRunId });
  return replayRunId;
}

function refuseEditing({ kind }: RepeatedTarget): void {
  if (kind === 'run' || kind === 'item' || kind === 'judge') return;
  const why =
    kind === 'undo'
      ? 'An undo is tried again with what was recorded when the record was written.'
      : 'The record is read from its system again, so a payload would not be used.';
  throw new RunError('PAYLOAD_NOT_EDITABLE', `${why} Replay it without an edited payload.`);
}

type RunReplay = Exclude<RepeatedTarget, { readonly kind: 'event' | 'judge' }>;

/** The run's own trigger stays as it was when only a part of the run is repeated. */
function repeatedPart(target: RunReplay, data: unknown): Pick<ReplayRunInput, 'target' | 'payload'> {
  switch (target.kind) {
    case 'run':
      return { target: 'everything', payload: { data } };
    case 'item':
      return { target: { ...target, item: data } };
    case 'undo':
      return { target };
  }
}

/** Reopens the exception that a run was meant to resolve, because the run was cancelled. One that a person has resolved
 * meanwhile stays resolved. */
export async function reopenException(tx: OrganisationTx, runId: string): Promise<void> {
  const [answering] = await tx.select({ exceptionId: run.exceptionId }).from(run).where(eq(run.id, runId));
  if (answering?.exceptionId == null) return;
  await tx
    .update(exception)
    .set({ state: 'open', replayFailure: 'The replay was cancelled.' })
    .where(and(eq(exception.id, answering.exceptionId), eq(exception.state, 'replaying')));
}
