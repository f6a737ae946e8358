import type { UndoEntry } from '@throughline/core/db/words/replay-target';
import { ConnectionHeld } from '../connections/connection-held.ts';
import { calledRunLost, runGivenUpCode, type HowLost } from '../failures/called-run-lost.ts';
import type { FailureFacts } from '../failures/step-failure.ts';
import { performEffect } from '../run/effect.ts';
import { inOrganisation } from '../run/in-organisation.ts';
import { coveredMs, type TimeSpan } from '../run/covered-ms.ts';
import type { Frame, RunContext } from '../run/run-context.ts';
import { effectOf, standingEffect, unknownSentence } from '../run/standing-effect.ts';
import { stoppedThere } from '../run/stopped-run.ts';
import type { DeliveryRow } from '../store/delivery.ts';
import { finishRun } from '../store/finish-run.ts';
import { listDeliveriesLeft, loadCallTree } from '../store/call-tree.ts';
import { openExceptionOfRun } from '../store/open-exceptions.ts';
import { isWriting } from '../store/record-claim.ts';
import { listRunWaits } from '../store/run-wait.ts';
import { stopSteps } from '../store/stop-steps.ts';
import { loadUndoEntries } from '../store/undo-entry.ts';

export interface TakenOver {
  /** What the lost run, and the runs that it called, would have handed over to be taken back. */
  readonly undo: readonly UndoEntry[];
  readonly failure: FailureFacts;
  /** How long they waited on purpose; absent where an earlier release took over. */
  readonly waitedMs?: number;
}

/** How soon to look again whether a lost run has stopped. */
const lookAgainMs = 500;

/**
 * Takes over from a called run that was cancelled or given up, and so hands over nothing itself. What it wrote is in the
 * database. What cannot be taken back is named by the failure; where nobody knows whether it was written, a person gets
 * an exception, because a handler of errors may take the failure over.
 */
export const takeOverLostRun = (
  frame: Frame,
  path: string,
  { runId, how }: { readonly runId: string; readonly how: HowLost },
): Promise<TakenOver> =>
  performEffect({
    context: frame.context,
    path: `${path} left`,
    retry: undefined,
    isPastTimeout: true,
    act: async () => {
      const { context } = frame;
      const { runIds, how: howEnded, endedAt } = await stoppedCallTree(context, runId, how);
      return inOrganisation(context, async (tx) => {
        const undo = await loadUndoEntries(tx, runIds);
        const withUndo = new Set(undo.map(effectOf));
        const kept = (await listDeliveriesLeft(tx, runIds)).filter((row) => !withUndo.has(effectOf(row)));
        for (const row of kept.filter(({ state }) => state === 'sent')) {
          await openExceptionOfRun(tx, context.runId, stoppedThere(frame, unknownOutcome(row, path)));
        }
        const failure = calledRunLost(runId, howEnded, kept.map(standingEffect));
        const waits = (await listRunWaits(tx, runIds)).map(spanUntil(endedAt));
        return { undo, failure, waitedMs: coveredMs(waits) };
      });
    },
  });

interface LostCallTree {
  readonly runIds: readonly string[];
  readonly how: HowLost;
  readonly endedAt: Date;
}

/**
 * The run and those that it called, once none of them has an effect under way or can begin another.
 * @throws ConnectionHeld until then
 */
async function stoppedCallTree(context: RunContext, runId: string, how: HowLost): Promise<LostCallTree> {
  const now = new Date(context.services.now());
  const stopped = await inOrganisation(context, async (tx) => {
    if (how === 'cancelled') {
      // Whoever cancels a run ends it first. It is still open only where somebody cancelled its workflow in the engine
      // itself.
      const error = { code: 'CANCELLED', message: 'Its workflow was cancelled in the engine.', details: [] };
      await finishRun(tx, { runId, state: 'cancelled', output: null, error, undone: [], finishedAt: now });
    }
    const { runIds, endedAt, errorCode } = await loadCallTree(tx, runId);
    if (endedAt === null) return undefined;
    const lost: LostCallTree = { runIds, how: errorCode === runGivenUpCode ? 'given-up' : 'cancelled', endedAt };
    await stopSteps(tx, runId, { how: lost.how, at: now });
    return (await isWriting(tx, runIds)) ? undefined : lost;
  });
  if (stopped === undefined) throw new ConnectionHeld(`The called run ${runId} is still being stopped.`, lookAgainMs);
  return stopped;
}

/** A wait until the lost run ended, because nobody waits for anything after that. */
const spanUntil =
  (lostAt: Date) =>
  ({ beganAt, endedAt }: { readonly beganAt: Date; readonly endedAt: Date | null }): TimeSpan => ({
    from: beganAt,
    until: endedAt === null || endedAt > lostAt ? lostAt : endedAt,
  });

const unknownOutcome = (row: DeliveryRow, path: string): FailureFacts => ({
  stepId: row.step,
  path: `${path}/${row.path ?? row.step} ${row.recordKey}`,
  code: 'OUTCOME_UNKNOWN',
  message: `${unknownSentence(row)} Replay this exception to have it looked up and completed. If it is not wanted, look for it in the system, take it back by hand, and resolve this exception.`,
  class: 'business',
  details: [],
});
