import type { Run } from './run.ts';

/** Up to this length the comparison of two texts is no more work than any other step. */
const shortLength = 1_000;

/** Counts the work of comparing a text with another that may be equal for long. @throws EvaluationFailure as `Run.spend` */
export function spendOnCompared(run: Run, value: unknown): void {
  if (typeof value === 'string' && value.length > shortLength) run.spend(value.length >> 4);
}
