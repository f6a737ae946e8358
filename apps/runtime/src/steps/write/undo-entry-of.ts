import type { UndoEntry } from '@throughline/core/db/words/replay-target';
import type { RunContext } from '../../run/run-context.ts';
import type { WriteResult } from './delivering.ts';
import type { WriteWish } from './evaluate-write.ts';

/** How to take back what a write did; undefined if it did nothing, or nothing that its step wants undone. */
export function undoEntryOf(
  { runId, definitionId }: Pick<RunContext, 'runId' | 'definitionId'>,
  { undo, stepId, path, step, recordKey, connection, object }: WriteWish,
  { id, effect, isMade }: WriteResult,
): UndoEntry | undefined {
  if (undo === undefined || id === null) return undefined;
  const hasMade = effect === 'created' || isMade === true;
  const hasWritten = hasMade || effect === 'updated' || effect === 'repaired';
  const isUndoable = undo.operation === 'delete' ? hasMade : hasWritten;
  if (!isUndoable) return undefined;
  return { stepId, path, runId, definitionId, step, recordKey, connection, object, externalId: id, undo };
}
