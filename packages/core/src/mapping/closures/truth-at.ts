import type { CallSite } from '../engine/callable.ts';
import { locate } from '../engine/locate.ts';
import type { Run } from '../engine/run.ts';
import { truthOf } from '../engine/truth-of.ts';

/**
 * Whether a value counts as true. A function of its own, like all that catches here: a `catch` makes the frame larger,
 * and expressions through which mappings recurse must be small on the stack.
 */
export function truthAt(site: CallSite, run: Run, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  try {
    return truthOf(run, value);
  } catch (error) {
    throw locate(error, site);
  }
}
