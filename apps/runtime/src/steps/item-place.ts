import { documentHash } from '@throughline/core/db/document-hash';
import type { ItemPlace } from '@throughline/core/db/words/replay-target';
import { isLoopBody, type Step } from '@throughline/core/flow/step';
import { walkSteps } from '@throughline/core/flow/walk';
import type { Frame } from '../run/run-context.ts';
import { itemKey } from './item-key.ts';

/** Identifies the current item so that a replay can find it again. */
export async function itemPlace(
  step: Step,
  frame: Pick<Frame, 'context' | 'scope'>,
  index: number,
): Promise<ItemPlace> {
  const place = { loop: step.id, index, key: await itemKey(step, frame) };
  // A replay brings the innermost item with it. Only the items around it have to be recognised.
  const isHashed = place.key === null && hasLoopInside(step);
  return isHashed ? { ...place, hash: documentHash(frame.scope.item) } : place;
}

const hasLoopInside = ({ bodies }: Step): boolean =>
  Object.values(bodies ?? {}).some((body) =>
    [...walkSteps(body)].some(({ step }) => Object.keys(step.bodies ?? {}).some((slot) => isLoopBody(step, slot))),
  );
