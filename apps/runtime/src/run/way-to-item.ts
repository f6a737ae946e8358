import { kindOf, type Step } from '@throughline/core/flow/step';
import { findStep } from '@throughline/core/flow/walk';
import type { ItemPlace } from '@throughline/core/db/words/replay-target';

/**
 * The ids of the steps that lead to an item: its loop and everything around it. Undefined when the flow does not nest
 * its loops as the place says.
 */
export function wayToItem(body: readonly Step[], place: readonly ItemPlace[]): ReadonlySet<string> | undefined {
  const innermost = place.at(-1);
  const found = innermost === undefined ? undefined : findStep(body, innermost.loop);
  if (found === undefined) return undefined;
  const steps = [...found.ancestors.map(({ step }) => step), found.step];
  const loops = steps.filter((step) => kindOf(step).loop !== undefined).map(({ id }) => id);
  const isSame = loops.length === place.length && place.every(({ loop }, depth) => loop === loops[depth]);
  return isSame ? new Set(steps.map(({ id }) => id)) : undefined;
}
