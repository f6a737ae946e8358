import type { Run } from './run.ts';

/** Up to this length, comparing two texts is no more work than any other step. */
const shortLength = 1_000;

/**
 * Counts the work of comparing two texts that may have a long common beginning. @throws EvaluationFailure like
 * `Run.spend`
 */
export function spendOnCompared(run: Run, value: unknown): void {
  if (typeof value === 'string' && value.length > shortLength) run.spend(value.length >> 4);
}
