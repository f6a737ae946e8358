import type { Step } from '@throughline/core/flow/step';
import { describePlace, type ItemPlace } from '@throughline/core/db/words/replay-target';
import { RunEnded } from '../failures/run-ended.ts';
import type { Frame } from '../run/run-context.ts';
import { scopeOfItem } from '../run/scope.ts';
import { documentHash } from '@throughline/core/db/document-hash';
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
  const isTarget = depth === target.place.length - 1;
  const found = await findItem(step, frame, items, wanted, isTarget);
  if (found === undefined) {
    const where = describePlace(target.place.slice(0, depth + 1));
    throw new RunEnded(
      'target-gone',
      `The list has no ${where} any more, so there was nothing to repeat. Correct the source and start a new run, or resolve the exception by hand.`,
    );
  }
  const edited = isTarget ? { data: target.item } : wanted.edited;
  const place = { ...wanted, index: found.index };
  if (edited === undefined || documentHash(edited.data) === documentHash(found.item)) {
    return { item: { ...found, place }, isTarget };
  }
  return { item: { item: edited.data, index: found.index, place: { ...place, edited } }, isTarget };
}

async function findItem(
  step: Step,
  frame: Frame,
  items: readonly IndexedItem[],
  wanted: ItemPlace,
  isTarget: boolean,
): Promise<IndexedItem | undefined> {
  const there = items[wanted.index];
  // Keys may repeat by mistake: then the position decides between them.
  const candidates = there === undefined ? items : [there, ...items];
  if (wanted.key === null) {
    if (wanted.hash === undefined) return there;
    const same = candidates.find(({ item }) => documentHash(item) === wanted.hash);
    // The item that is repeated comes with the replay, so its position is enough.
    return same ?? (isTarget ? there : undefined);
  }
  for (const candidate of candidates) {
    const scope = scopeOfItem(frame.scope, candidate.item, candidate.index);
    if ((await itemKey(step, { ...frame, scope })) === wanted.key) return candidate;
  }
  return undefined;
}
