import { performEffect } from '../run/effect.ts';
import { isRunEnd } from '../failures/engine-errors.ts';
import { failureOf } from '../failures/failure-of.ts';
import type { RunContext } from '../run/run-context.ts';
import type { UndoEntry } from '@throughline/core/db/words/replay-target';
import type { ExceptionInput } from '../store/open-exception.ts';
import { undoDelivery } from './write/undo-delivery.ts';

/**
 * Undoes effects durably, the last one first. An effect that cannot be undone does not keep the others from it, and is
 * returned as an exception for a person.
 */
export async function undoEffects(
  context: RunContext,
  entries: readonly UndoEntry[],
): Promise<readonly ExceptionInput[]> {
  const failed: ExceptionInput[] = [];
  if (context.mode === 'test') return failed;
  for (const entry of entries.toReversed()) {
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
