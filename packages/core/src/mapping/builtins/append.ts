import { append as appendValues } from '../engine/append.ts';
import type { Builtin } from './builtin.ts';

export const append = {
  name: 'append',
  signature: '<xx:a>',
  parameters: ['first', 'second'],
  summary: 'Puts two lists or values into one list.',
  examples: [
    { expression: '$append([1, 2], [3])', result: [1, 2, 3] },
    { expression: '$append([1, 2], 3)', result: [1, 2, 3] },
    { expression: '$append(missing, "a")', input: {}, result: 'a' },
  ],
  arity: 2,
  implementation: appendValues,
} satisfies Builtin;
