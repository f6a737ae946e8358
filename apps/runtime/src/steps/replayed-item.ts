import type { Step } from '@throughline/core/flow/step';
import { describePlace, type ItemPlace } from '@throughline/core/db/words/replay-target';
import { RunEnded } from '../failures/run-ended.ts';
import type { Frame } from '../run/run-context.ts';
import { scopeOfItem } from '../run/scope.ts';
import { itemKey } from './item-key.ts';
import type { IndexedItem } from './run-items.ts';

export interface ReplayedItem {
  readonly item: IndexedItem;
  /** The item itself is to be repeated, not one inside it. */
  readonly isTarget: boolean;
}

/**
 * The one item of this loop that a replay is about; undefined when the run does the whole loop. It is found by its key
 * where the loop has one, because lists change between a run and its replay.
 * @throws RunEnded when the item is not in the list any more
 */
export async function replayedItem(
  step: Step,
  frame: Frame,
  items: readonly IndexedItem[],
): Promise<ReplayedItem | undefined> {
  const { target, way } = frame.context;
  if (target?.kind !== 'item' || !way.has(step.id)) return undefined;
  const depth = frame.place.length;
  const wanted = target.place[depth];
  if (wanted === undefined) return undefined;
  const found = await findItem(step, frame, items, wanted);
  if (found === undefined) {
    const where = describePlace(target.place.slice(0, depth + 1));
    throw new RunEnded(
      'target-gone',
      `The list has no ${where} any more, so there was nothing to repeat. Correct the source and start a new run, or resolve the exception by hand.`,
    );
  }
  const isTarget = depth === target.place.length - 1;
  const item = isTarget ? target.item : found.item;
  return { item: { item, index: found.index, key: wanted.key }, isTarget };
}

async function findItem(
  step: Step,
  frame: Frame,
  items: readonly IndexedItem[],
  wanted: ItemPlace,
): Promise<IndexedItem | undefined> {
  const there = items[wanted.index];
  if (wanted.key === null) return there;
  // Keys may repeat by mistake: then the position decides between them.
  const candidates = there === undefined ? items : [there, ...items];
  for (const candidate of candidates) {
    const scope = scopeOfItem(frame.scope, candidate.item, candidate.index);
    if ((await itemKey(step, { ...frame, scope })) === wanted.key) return candidate;
  }
  return undefined;
}
