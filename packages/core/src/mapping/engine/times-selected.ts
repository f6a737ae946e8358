import { isNumeric } from './is-numeric.ts';
import type { Run } from './run.ts';
import { truthOf } from './truth-of.ts';

/**
 * How often a filter selects an item, given the predicate's result for it. Numbers are positions (counted from the end
 * if negative), and a list of numbers can contain one position several times. Anything else is a condition.
 * @throws EvaluationFailure `D1001`
 */
export function timesSelected(run: Run, answer: unknown, position: number, length: number): number {
  if (typeof answer === 'boolean') return answer ? 1 : 0;
  if (isNumeric(answer)) return isAt(answer, position, length) ? 1 : 0;
  if (!Array.isArray(answer) || !isListOfNumbers(run, answer)) return truthOf(run, answer) ? 1 : 0;
  let times = 0;
  for (const number of answer) if (isAt(number, position, length)) times += 1;
  return times;
}

function isAt(number: number, position: number, length: number): boolean {
  const index = Math.floor(number);
  return (index < 0 ? length + index : index) === position;
}

/** All items are visited, as in the reference, which reports an infinite number even after a text. */
function isListOfNumbers(run: Run, list: readonly unknown[]): list is readonly number[] {
  run.spend(list.length);
  let isNumbers = true;
  for (const item of list) if (!isNumeric(item)) isNumbers = false;
  return isNumbers;
}
