import { performEffect } from '../run/effect.ts';
import { mayBeCancelled, isRunEnd } from '../failures/engine-errors.ts';
import { failureOf } from '../failures/failure-of.ts';
import type { RunContext } from '../run/run-context.ts';
import type { UndoEntry } from '@throughline/core/db/words/replay-target';
import type { ExceptionInput } from '../store/open-exceptions.ts';
import { leaveUndo } from './leave-undo.ts';
import { undoDelivery } from './write/undo-delivery.ts';

/**
 * Undoes effects durably, the last one first. An effect that cannot be undone does not keep the others from being
 * undone, and is returned as an exception for a person.
 * @throws RunEnded, or the engine's own signal, when the run is cancelled; what is left is then a person's already
 */
export async function undoEffects(
  context: RunContext,
  entries: readonly UndoEntry[],
): Promise<readonly ExceptionInput[]> {
  const failed: ExceptionInput[] = [];
  if (context.mode === 'test') return failed;
  for (const [done, entry] of entries.toReversed().entries()) {
    const path = `${entry.path} undo`;
    try {
      await performEffect({
        context,
        path,
        retry: undefined,
        isPastTimeout: true,
        act: () => undoDelivery(context, entry),
      });
    } catch (error) {
      if (mayBeCancelled(error)) await leaveUndo(context, entries.slice(0, entries.length - done), failed);
      if (isRunEnd(error)) throw error;
      const failure = failureOf(error);
      const { object, externalId, connection } = entry;
      failed.push({
        stepId: entry.stepId,
        path,
        failure: {
          ...failure,
          code: 'UNDO_FAILED',
          message: `${object} ${externalId} was written by this run and could not be taken back: ${failure.message}`,
          details: [{ code: failure.code, message: failure.message }, ...failure.details],
        },
        payload: { connection, object, externalId, undo: entry.undo },
        target: { kind: 'undo', entry },
      });
    }
  }
  return failed;
}
