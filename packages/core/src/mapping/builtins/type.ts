import { typeName } from '../engine/value.ts';
import type { Builtin } from './builtin.ts';
import { isNumeric } from '../engine/is-numeric.ts';

export const type = {
  name: 'type',
  signature: '<x:s>',
  parameters: ['value'],
  summary: 'Names the type of a value: string, number, boolean, null, array, object or function.',
  examples: [
    { expression: '$type("a")', result: 'string' },
    { expression: '$type(null)', result: 'null' },
    { expression: '[[1, 2], {}, $sum].$type($)', result: ['array', 'object', 'function'] },
    { expression: '$type([])', result: 'array' },
    { expression: '$type(missing)', input: {} },
  ],
  arity: 1,
  implementation(_run, value: unknown) {
    if (value === undefined) return undefined;
    // The reference does not count NaN as a number, and calls everything else an object.
    if (typeof value === 'number') return isNumeric(value) ? 'number' : 'object';
    return typeName(value);
  },
} satisfies Builtin;
