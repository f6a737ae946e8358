import type { CallSite } from '../engine/callable.ts';
import { locate } from '../engine/locate.ts';
import type { Run } from '../engine/run.ts';
import { truthOf } from '../engine/truth-of.ts';

/**
 * Tells whether a value counts as true. It is a separate function, like everything that catches here: a `catch` makes
 * the frame larger, and expressions through which mappings recurse must be small on the stack.
 */
export function truthAt(site: CallSite, run: Run, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  try {
    return truthOf(run, value);
  } catch (error) {
    throw locate(error, site);
  }
}
