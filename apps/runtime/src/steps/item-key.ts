import { kindOf, type Step } from '@throughline/core/flow/step';
import type { Frame } from '../run/run-context.ts';
import { textOf } from './text-of.ts';

/** The key of the item in scope; null where the loop has no keys, or this item none. */
export async function itemKey(
  step: Step,
  { context, scope }: Pick<Frame, 'context' | 'scope'>,
): Promise<string | null> {
  const field = kindOf(step).loop?.(step.config).itemKey;
  if (field === undefined) return null;
  // A key only helps to find the item again, so a key that cannot be computed must not stop the item.
  const key = textOf(await context.evaluator.expression(field, scope).catch(() => undefined));
  return key === '' ? null : key;
}
