import type { OrganisationTx } from '@throughline/core/db';
import type { UndoEntry } from '@throughline/core/db/words/replay-target';
import type { FailureDetail } from '../failures/step-failure.ts';
import { effectStandsCode } from '../failures/effect-stands.ts';
import { effectOf, standingEffect } from '../run/standing-effect.ts';
import { listDeliveriesLeft, loadCallTree } from '../store/call-tree.ts';
import type { ExceptionInput } from '../store/open-exceptions.ts';
import { forgetUndoEntriesOf, loadUndoEntries } from '../store/undo-entry.ts';

export interface LeftStanding {
  /** What can be taken back: an exception for each, the last effect first, whose replay does that. */
  readonly takenBackBy: readonly ExceptionInput[];
  /** What can only be looked at, because no undo is known for it, or nobody knows whether it was written. */
  readonly others: readonly FailureDetail[];
}

/**
 * What a run that was given up, and the runs that it called, have left in systems. Nothing of it is taken back by itself:
 * taking it back may be what ends the workers, and a replay of the run completes it instead. So a person decides.
 */
export async function leftStanding(tx: OrganisationTx, runId: string): Promise<LeftStanding> {
  const { runIds } = await loadCallTree(tx, runId);
  const entries = await loadUndoEntries(tx, runIds);
  const rows = await listDeliveriesLeft(tx, runIds);
  await forgetUndoEntriesOf(tx, runIds);
  const withUndo = new Set(entries.map(effectOf));
  return {
    takenBackBy: entries.toReversed().map(takenBack),
    others: rows.filter((row) => !withUndo.has(effectOf(row))).map(standingEffect),
  };
}

function takenBack(entry: UndoEntry): ExceptionInput {
  const { stepId, path, connection, object, externalId, undo } = entry;
  return {
    stepId,
    path: `${path} undo`,
    failure: {
      code: effectStandsCode,
      message: `${object} ${externalId} was written by step ${stepId} of a run that was given up, and stands. Replay the run to have its work completed, or take the record back here.`,
      class: 'business',
      details: [],
    },
    payload: { connection, object, externalId, undo },
    target: { kind: 'undo', entry },
  };
}
