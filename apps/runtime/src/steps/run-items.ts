import type { ItemPlace } from '@throughline/core/db/words/replay-target';
import { kindOf, type Step } from '@throughline/core/flow/step';
import { openExceptionOfRun } from '../store/open-exceptions.ts';
import { forgetUndoEntry } from '../store/undo-entry.ts';
import { StepFailure } from '../failures/step-failure.ts';
import { isRunEnd } from '../failures/engine-errors.ts';
import { failureOf } from '../failures/failure-of.ts';
import { inOrganisation } from '../run/in-organisation.ts';
import { itemPath, itemPrefix } from '../run/path.ts';
import type { Frame } from '../run/run-context.ts';
import { noRoomFor } from '../run/room-for-outputs.ts';
import { scopeOfItem } from '../run/scope.ts';
import { itemTarget } from '../run/stopped-run.ts';
import { itemPlace } from './item-place.ts';
import { undoEffects } from './undo-effects.ts';

export interface IndexedItem {
  readonly item: unknown;
  readonly index: number;
  /** How the list identifies the item, when a replay has found it; computed from the item when absent. */
  readonly place?: ItemPlace;
}

/**
 * Runs a loop's body for some of its items, one after the other. Returns an output per item.
 * @throws StepFailure of the first item that failed, when the loop stops there, or when the outputs are too large
 */
export async function runItems(
  step: Step,
  path: string,
  frame: Frame,
  items: readonly IndexedItem[],
): Promise<unknown[]> {
  const body = step.bodies?.['each'] ?? [];
  const stopsAtFailure = kindOf(step).loop?.(step.config).stopsAtFailure ?? true;
  const outputs: unknown[] = [];
  for (const indexed of items) {
    const inner = await frameOfItem(step, path, frame, indexed);
    const undoFrom = frame.context.undo.length;
    try {
      outputs.push(await frame.context.services.runBody(body, inner));
    } catch (error) {
      if (isRunEnd(error) || stopsAtFailure) throw error;
      await stopItem(error, path, inner, indexed, undoFrom);
      outputs.push(null);
    }
    const tooLarge = noRoomFor(outputs.at(-1), outputs);
    if (tooLarge !== null) throw new StepFailure(tooLarge);
  }
  return outputs;
}

/** The frame of a loop's body for one of its items. */
export async function frameOfItem(
  step: Step,
  path: string,
  frame: Frame,
  { item, index, place: known }: IndexedItem,
): Promise<Frame> {
  const scope = scopeOfItem(frame.scope, item, index);
  const own = known ?? (await itemPlace(step, { ...frame, scope }, index));
  return { ...frame, scope, prefix: itemPrefix(path, index), place: [...frame.place, own] };
}

/** One record stops while the others continue. Its own effects are undone, and it becomes an exception of its own. */
async function stopItem(
  error: unknown,
  path: string,
  { context, place }: Frame,
  { item, index }: IndexedItem,
  undoFrom: number,
): Promise<void> {
  const failure = failureOf(error);
  const ofItem = { runId: context.runId, prefix: itemPrefix(path, index) };
  const entries = context.undo.splice(undoFrom).map((entry) => ({ ...entry, item: ofItem }));
  const undone = await undoEffects(context, entries);
  if (context.mode === 'test') return;
  const stopped = {
    stepId: failure.stepId ?? path,
    path: itemPath(path, index),
    failure,
    payload: item ?? null,
    target: itemTarget(place),
  };
  await inOrganisation(context, async (tx) => {
    // From here on, a person handles what could not be taken back.
    for (const entry of entries) await forgetUndoEntry(tx, entry);
    for (const exception of [stopped, ...undone]) await openExceptionOfRun(tx, context.runId, exception);
  });
}
