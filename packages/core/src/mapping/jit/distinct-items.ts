import type { Run } from '../engine/run.ts';
import { bailOut } from './bail-out.ts';

/** Beyond this many different items, items are looked up rather than compared. */
const maxCompared = 12;

/** `$distinct` of texts, numbers, booleans and nulls; bails out on anything else. */
export function distinctItems(run: Run, items: readonly unknown[]): unknown[] {
  const found: unknown[] = [];
  let known: Set<unknown> | undefined;
  run.spend(items.length >> 2);
  for (const item of items) {
    if (typeof item === 'string' && item.length > 1_000) run.spend(item.length);
    if (typeof item === 'object' && item !== null) throw bailOut;
    if (known === undefined ? found.includes(item) : known.has(item)) continue;
    found.push(item);
    known?.add(item);
    if (known === undefined && found.length > maxCompared) known = new Set(found);
  }
  return found;
}
