import type { Run } from '../engine/run.ts';

/** Characters that are processed in the time of one step. */
const charactersPerTick = 16;

/** Counts the work of a function that reads a text once. @throws EvaluationFailure `TOO_MANY_STEPS`, `D1012` */
export function spendOnText(run: Run, length: number): void {
  run.spend(Math.floor(length / charactersPerTick) + 1);
}
