import { describePlace, type UndoEntry } from '@throughline/core/db/words/replay-target';
import { RunEnded } from '../failures/run-ended.ts';
import { businessFailure, StepFailure } from '../failures/step-failure.ts';
import type { RunContext } from '../run/run-context.ts';
import type { Scope } from '../run/scope.ts';
import { undoEffects } from '../steps/undo-effects.ts';

/** Does what a run is for: its whole flow, one item of a loop in it, or taking an effect back. @throws StepFailure */
export async function runTarget(context: RunContext, scope: Scope): Promise<void> {
  const { target, flow, way } = context;
  if (target?.kind === 'undo') return tryUndo(context, target.entry);
  if (target?.kind === 'item' && way.size === 0) {
    throw new RunEnded(
      'target-gone',
      `The flow as it is published now has no place for ${describePlace(target.place)}, so there was nothing to repeat. Start a new run, or resolve the exception by hand.`,
    );
  }
  await context.services.runBody(flow.body, { context, scope, prefix: '', place: [] });
}

/** Tries again to take one effect back, and shows it as the run's only step. */
async function tryUndo(context: RunContext, entry: UndoEntry | null): Promise<void> {
  if (entry === null) {
    throw businessFailure(
      'UNDO_FACTS_MISSING',
      'The release that wrote this record did not note how to take it back. Take it back in the system, and resolve the exception by hand.',
    );
  }
  const { stepLog } = context;
  const path = `${entry.path} undo`;
  stepLog.start({ id: entry.stepId, kind: 'write' }, path);
  stepLog.input(path, { object: entry.object, externalId: entry.externalId, undo: entry.undo });
  const [failed] = await undoEffects(context, [entry]);
  if (failed === undefined) return stepLog.succeed(path, { undone: true });
  stepLog.fail(path, failed.failure);
  throw new StepFailure({ ...failed.failure, stepId: entry.stepId, path });
}
