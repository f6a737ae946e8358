import { mergeSort } from './merge-sort.ts';
import type { Run } from './run.ts';
import { sortOrder } from './sort-order.ts';
import { spendOnCompared } from './spend-on-compared.ts';

/** An item, with the terms evaluated so far. */
interface Ranked {
  readonly item: unknown;
  readonly keys: unknown[];
}

/**
 * `items^(terms)`: sorts by the first term, then by the next. One item, or none, is returned as it is. A term is
 * evaluated once per item, when it is first compared, so that the first error is the same as in the reference.
 * @param directions whether each term is descending
 * @throws EvaluationFailure `T2007`, `T2008`
 */
export function orderItems(
  run: Run,
  items: readonly unknown[],
  directions: readonly boolean[],
  keyOf: (item: unknown, term: number) => unknown,
): readonly unknown[] {
  if (items.length <= 1) return items;
  run.spend(items.length);
  const ranked = items.map((item): Ranked => ({ item, keys: [] }));
  const key = ({ item, keys }: Ranked, term: number): unknown => {
    if (keys.length === term) keys.push(keyOf(item, term));
    spendOnCompared(run, keys[term]);
    return keys[term];
  };
  const isAfter = (left: Ranked, right: Ranked): boolean => {
    for (let term = 0; term < directions.length; term += 1) {
      const order = sortOrder(key(left, term), key(right, term), directions[term] === true);
      if (order !== 0) return order > 0;
    }
    return false;
  };
  return mergeSort(run, ranked, isAfter).map(({ item }) => item);
}
