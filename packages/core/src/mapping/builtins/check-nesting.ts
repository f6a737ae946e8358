import { EvaluationFailure } from '../engine/failure.ts';
import type { Run } from '../engine/run.ts';

/** For functions that follow nested data by calling themselves. @throws EvaluationFailure `D1011` */
export function checkNesting(run: Run, depth: number): void {
  const { maxDepth } = run.limits;
  if (depth > maxDepth) {
    throw new EvaluationFailure('D1011', `The data is nested more than ${maxDepth} levels deep.`, { value: maxDepth });
  }
}
