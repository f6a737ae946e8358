import type { Run } from './run.ts';
import { isConstructed, isSequence, type Sequence, emptySequence } from './value.ts';

/**
 * Joins the results of a path step for each item of its input (nothing left out, sequences settled). Lists are
 * flattened by one level, except constructed ones. A list that is the only result of the last step becomes the path's
 * result as it is. `results` is consumed. @throws EvaluationFailure `D2015`
 */
export function joinResults(run: Run, results: Sequence, isLast: boolean): unknown[] {
  const [first] = results;
  if (isLast && results.length === 1 && Array.isArray(first) && !isSequence(first)) return first;
  let index = 0;
  while (index < results.length && !isFlattened(results[index])) index += 1;
  if (index === results.length) {
    run.checkItems(index);
    return results;
  }
  const joined = emptySequence();
  for (const result of results) {
    if (isFlattened(result)) {
      run.checkItems(joined.length + result.length);
      run.spend(result.length);
      for (const item of result) joined.push(item);
    } else joined.push(result);
  }
  run.checkItems(joined.length);
  return joined;
}

function isFlattened(result: unknown): result is readonly unknown[] {
  return Array.isArray(result) && !isConstructed(result);
}
