import type { Run } from './run.ts';

/**
 * The items of both in an ordinary list. If one is missing, the other is returned as it is. @throws EvaluationFailure
 * `D2015`
 */
export function append(run: Run, left: unknown, right: unknown): unknown {
  if (left === undefined) return right;
  if (right === undefined) return left;
  // Copying is quick but not free: a list that grows item by item is copied for each item.
  if (Array.isArray(left)) run.spend(left.length >> 5);
  const items = Array.isArray(left) ? left.slice() : [left];
  appendTo(run, items, right);
  return items;
}

/** Appends an item, or the items of a list, to a list that nobody else holds. @throws EvaluationFailure `D2015` */
export function appendTo(run: Run, items: unknown[], value: unknown): void {
  if (!Array.isArray(value)) {
    items.push(value);
    if (items.length > run.limits.maxItems) run.checkItems(items.length);
    return;
  }
  run.checkItems(items.length + value.length);
  run.spend(value.length);
  for (const item of value as readonly unknown[]) items.push(item);
}
