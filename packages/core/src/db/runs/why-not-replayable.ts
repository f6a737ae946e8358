import { and, eq, sql } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { exception } from '../schema/index.ts';
import type { ReplayTarget } from '../words/replay-target.ts';
import { RunError } from './run-error.ts';

/**
 * Why a run cannot be repeated that has ended and whose data is kept, or undefined when it can. A run whose event was
 * never judged must not start again without the flow's condition and keys: a replay of its exception judges the event.
 */
export async function whyNotReplayable(tx: OrganisationTx, runId: string): Promise<RunError | undefined> {
  const kind = sql<ReplayTarget['kind']>`${exception.target}->>'kind'`;
  const [found] = await tx
    .select({ kind })
    .from(exception)
    .where(and(eq(exception.runId, runId), sql`${kind} in ('nothing', 'event', 'judge')`))
    .limit(1);
  if (found === undefined) return undefined;
  return found.kind === 'nothing' ? nothingToReplay() : eventNotJudged();
}

/** An exception about a poll, and its run, have no record to replay. */
export const nothingToReplay = (): RunError =>
  new RunError(
    'NOTHING_TO_REPLAY',
    'This reports that the system had lost our place in its changes, so there is no record to replay. Compare with the system, then resolve it by hand.',
  );

const eventNotJudged = (): RunError =>
  new RunError(
    'NOTHING_TO_REPLAY',
    'This run stopped before its event was judged, so there is nothing to repeat. Replay its exception instead, which judges the event again.',
  );
