import { defaultLimits, type Limits } from '../../../src/mapping/engine/limits.ts';
import { Run } from '../../../src/mapping/engine/run.ts';

/** A run at a given instant with no deadline. */
export function testRun(now: number, limits: Partial<Limits> = {}): Run {
  return new Run({ limits: { ...defaultLimits, ...limits }, valueMaps: {}, now: () => now, clock: () => 0 });
}
