import { isTupleStream, settle } from '../engine/value.ts';
import type { Tuple } from '../engine/tuple.ts';

/** A value in the form that people know: sequences settled, tuples replaced by their items, functions left out. */
export function plainValue(value: unknown): unknown {
  if (typeof value === 'function') return undefined;
  const items = isTupleStream(value) ? value.map((tuple) => (tuple as Tuple)['@']) : value;
  const settled = settle(items);
  return Array.isArray(settled) ? [...settled] : settled;
}
