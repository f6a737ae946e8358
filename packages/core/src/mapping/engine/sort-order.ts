import { failureOf } from './failure-of.ts';

/**
 * Compares two values of an order-by term. Below zero, the left one comes first. Missing values come last, even in
 * descending order. @throws EvaluationFailure `T2008`, `T2007`
 */
export function sortOrder(left: unknown, right: unknown, isDescending: boolean): number {
  if (left === undefined) return right === undefined ? 0 : 1;
  if (right === undefined) return -1;
  if (!isSortable(left) || !isSortable(right)) {
    throw failureOf('T2008', { token: '^', value: isSortable(left) ? right : left });
  }
  if (typeof left !== typeof right) throw failureOf('T2007', { token: '^', value: left, otherValue: right });
  if (left === right) return 0;
  return left < right === isDescending ? 1 : -1;
}

function isSortable(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
