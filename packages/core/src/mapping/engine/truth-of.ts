import { isNumeric } from './is-numeric.ts';
import type { Run } from './run.ts';

/**
 * Tells whether a value counts as true: it must not be empty, zero or missing. A list counts as true if one of its
 * items does. All items are visited, as in the reference, which reports an infinite number even after a true item.
 * @throws EvaluationFailure `D1001`
 */
export function truthOf(run: Run, value: unknown): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'string':
      return value !== '';
    case 'number':
      return isNumeric(value) && value !== 0;
    case 'object':
      if (value === null) return false;
      return Array.isArray(value) ? truthOfList(run, value) : hasFields(run, value);
    default:
      return false;
  }
}

function truthOfList(run: Run, list: readonly unknown[]): boolean {
  run.spend(list.length);
  let isTrue = false;
  for (const item of list) if (truthOf(run, item)) isTrue = true;
  return isTrue;
}

function hasFields(run: Run, record: object): boolean {
  const { length } = Object.keys(record);
  run.spend(length >> 3);
  return length > 0;
}
