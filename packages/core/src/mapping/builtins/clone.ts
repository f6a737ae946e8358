import { isCallable } from '../engine/callable.ts';
import { isNumeric } from '../engine/is-numeric.ts';
import type { Run } from '../engine/run.ts';
import { shortened } from '../engine/text-of.ts';
import { isSequence } from '../engine/value.ts';
import type { Builtin } from './builtin.ts';
import { checkNesting } from './check-nesting.ts';

export const clone = {
  name: 'clone',
  signature: '<(oa)-:o>',
  parameters: ['value'],
  summary: 'Copies an object or a list with all that is in it, as transforms do before they change it.',
  examples: [
    { expression: '$clone({"a": [1, {"b": null}]})', result: { a: [1, { b: null }] } },
    { expression: '$clone(missing)', input: {} },
    { expression: '$clone("text")', error: 'T0410' },
  ],
  arity: 1,
  implementation(run, value: unknown) {
    if (value === undefined) return undefined;
    return copyOf(run, isSequence(value) && value.isWrapper === true ? value[0] : value, 0);
  },
} satisfies Builtin;

/**
 * Copies a value like the reference, which writes JSON and parses it again: numbers are shortened, and functions and
 * undefined values disappear.
 */
function copyOf(run: Run, value: unknown, depth: number): unknown {
  if (--run.ticks < 0) run.nextSlice();
  if (typeof value === 'number') return isNumeric(value) ? shortened(value) + 0 : null;
  if (isCallable(value)) return '';
  if (typeof value !== 'object' || value === null) return value;
  checkNesting(run, depth + 1);
  if (Array.isArray(value)) return value.map((item) => copyOf(run, item ?? null, depth + 1));
  const copy: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const value = copyOf(run, member, depth + 1);
    // A plain assignment to this key would set the prototype.
    if (key === '__proto__') Object.defineProperty(copy, key, { value, enumerable: true, configurable: true });
    else copy[key] = value;
  }
  return copy;
}
