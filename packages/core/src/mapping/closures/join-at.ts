import type { CallSite } from '../engine/callable.ts';
import { joinResults } from '../engine/join-results.ts';
import { locate } from '../engine/locate.ts';
import type { Run } from '../engine/run.ts';
import type { Sequence } from '../engine/value.ts';

/** Calls `joinResults`, and gives failures of a limit the step's range. */
export function joinAt(site: CallSite, run: Run, results: Sequence, isLast: boolean): readonly unknown[] {
  try {
    return joinResults(run, results, isLast);
  } catch (error) {
    throw locate(error, site);
  }
}
