import { failureOf } from './failure-of.ts';

export type OrderOperator = '<' | '<=' | '>' | '>=';

/**
 * Compares two texts or two numbers. Gives nothing if a side is missing.
 * @throws EvaluationFailure `T2010` for other types, `T2009` for a text and a number
 */
export function compareOrder(operator: OrderOperator, left: unknown, right: unknown): boolean | undefined {
  if (!isComparable(left) || !isComparable(right)) {
    const isLeftWrong = typeof left !== 'string' && typeof left !== 'number';
    throw failureOf('T2010', { token: operator, value: isLeftWrong ? left : right });
  }
  if (left === undefined || right === undefined) return undefined;
  if (typeof left !== typeof right) throw failureOf('T2009', { token: operator, value: left, otherValue: right });
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

function isComparable(value: unknown): value is string | number | undefined {
  return value === undefined || typeof value === 'string' || typeof value === 'number';
}
