import type { CallSite } from '../engine/callable.ts';
import { locate } from '../engine/locate.ts';
import type { Run } from '../engine/run.ts';

/** Checks the clock, and gives failures of a limit the loop's range. */
export function nextSliceAt(site: CallSite, run: Run): void {
  try {
    run.nextSlice();
  } catch (error) {
    throw locate(error, site);
  }
}
