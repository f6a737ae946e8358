import { failureOf } from './failure-of.ts';
import type { Run } from './run.ts';
import { emptySequence, type Sequence } from './value.ts';

const maxNumbers = 1e7;

/**
 * `from..to`, both included. Gives nothing if a side is missing or `from` is larger than `to`.
 * @throws EvaluationFailure `T2003`, `T2004`, `D2014`, `D2015`
 */
export function integerRange(run: Run, from: unknown, to: unknown): Sequence | undefined {
  if (from !== undefined && !Number.isInteger(from)) throw failureOf('T2003', { token: '..', value: from });
  if (to !== undefined && !Number.isInteger(to)) throw failureOf('T2004', { token: '..', value: to });
  if (from === undefined || to === undefined) return undefined;
  const [first, last] = [from as number, to as number];
  if (first > last) return undefined;
  const count = last - first + 1;
  if (count > maxNumbers) throw failureOf('D2014', { token: '..', value: count });
  run.checkItems(count);
  run.spend(count);
  const numbers: Sequence = emptySequence();
  // Allocated at once, because ten million numbers are allowed.
  numbers.length = count;
  for (let index = 0; index < count; index += 1) numbers[index] = first + index;
  return numbers;
}
