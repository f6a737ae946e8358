import type { CallSite } from '../engine/callable.ts';
import { joinResults } from '../engine/join-results.ts';
import { locate } from '../engine/locate.ts';
import type { Run } from '../engine/run.ts';
import type { Sequence } from '../engine/value.ts';

/** `joinResults`, with the place of the step for a limit that is met. */
export function joinAt(site: CallSite, run: Run, results: Sequence, isLast: boolean): readonly unknown[] {
  try {
    return joinResults(run, results, isLast);
  } catch (error) {
    throw locate(error, site);
  }
}
