import type { CallSite } from '../engine/callable.ts';
import { locate } from '../engine/locate.ts';
import type { Run } from '../engine/run.ts';

/** Looks at the clock, with the place of the loop for a limit that is met. */
export function nextSliceAt(site: CallSite, run: Run): void {
  try {
    run.nextSlice();
  } catch (error) {
    throw locate(error, site);
  }
}
