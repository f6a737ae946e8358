import { EvaluationFailure } from '../engine/failure.ts';
import type { Limits } from '../engine/limits.ts';

/** Guards functions that recurse into nested data. @throws EvaluationFailure `D1011` */
export function checkNesting({ limits }: { readonly limits: Pick<Limits, 'maxDepth'> }, depth: number): void {
  const { maxDepth } = limits;
  if (depth > maxDepth) {
    throw new EvaluationFailure('D1011', `The data is nested more than ${maxDepth} levels deep.`, { value: maxDepth });
  }
}
