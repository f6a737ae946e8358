import { isTupleStream, settle } from '../engine/value.ts';
import type { Tuple } from '../engine/tuple.ts';

/** A value as people know it: sequences settled, tuples as the items they are about, functions left out. */
export function plainValue(value: unknown): unknown {
  if (typeof value === 'function') return undefined;
  const items = isTupleStream(value) ? value.map((tuple) => (tuple as Tuple)['@']) : value;
  const settled = settle(items);
  return Array.isArray(settled) ? [...settled] : settled;
}
