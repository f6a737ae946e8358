import { bailOut } from './bail-out.ts';

/** Beyond so many different items they are looked up rather than compared. */
const maxCompared = 12;

/** `$distinct` of texts, numbers, booleans and nulls; bails out at anything else. */
export function distinctItems(items: readonly unknown[]): unknown[] {
  const found: unknown[] = [];
  let known: Set<unknown> | undefined;
  for (const item of items) {
    if (typeof item === 'object' && item !== null) throw bailOut;
    if (known === undefined ? found.includes(item) : known.has(item)) continue;
    found.push(item);
    known?.add(item);
    if (known === undefined && found.length > maxCompared) known = new Set(found);
  }
  return found;
}
