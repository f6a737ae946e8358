import type { Run } from './run.ts';
import { spendOnCompared } from './spend-on-compared.ts';

/** `=`: deep equality, whatever the order of fields. A missing value equals nothing, not even another missing one. */
export function isEqual(run: Run, left: unknown, right: unknown): boolean {
  return left !== undefined && right !== undefined && isDeepEqual(run, left, right);
}

/** `!=`: also false if a side is missing. */
export function isUnequal(run: Run, left: unknown, right: unknown): boolean {
  return left !== undefined && right !== undefined && !isDeepEqual(run, left, right);
}

/**
 * `in`: only texts, numbers, booleans and null can be found in a list. Any other value than a list is a list of one.
 */
export function isIncluded(run: Run, value: unknown, list: unknown): boolean {
  if (value === undefined || list === undefined) return false;
  spendOnCompared(run, value);
  if (!Array.isArray(list)) return list === value;
  run.spend(typeof value === 'string' ? list.length * (1 + (value.length >> 10)) : list.length);
  return list.indexOf(value) >= 0;
}

/** One structure can contain the same value many times, so comparisons are counted. */
export function isDeepEqual(run: Run, left: unknown, right: unknown): boolean {
  spendOnCompared(run, left);
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (--run.ticks < 0) run.nextSlice();
  if (Array.isArray(left) || Array.isArray(right)) {
    return Array.isArray(left) && Array.isArray(right) && areListsEqual(run, left, right);
  }
  return areRecordsEqual(run, left as Fields, right as Fields);
}

type Fields = Readonly<Record<string, unknown>>;

function areListsEqual(run: Run, left: readonly unknown[], right: readonly unknown[]): boolean {
  if (left.length !== right.length) return false;
  run.spend(left.length);
  for (let index = 0; index < left.length; index += 1) {
    if (!isDeepEqual(run, left[index], right[index])) return false;
  }
  return true;
}

function areRecordsEqual(run: Run, left: Fields, right: Fields): boolean {
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  run.spend(keys.length);
  for (const key of keys) if (!Object.hasOwn(right, key)) return false;
  for (const key of keys) if (!isDeepEqual(run, left[key], right[key])) return false;
  return true;
}
