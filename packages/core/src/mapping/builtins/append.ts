import { sequenceOf } from '../engine/value.ts';
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
  implementation(run, first: unknown, second: unknown) {
    if (first === undefined) return second;
    if (second === undefined) return first;
    const start: readonly unknown[] = Array.isArray(first) ? first : sequenceOf(first);
    const end: readonly unknown[] = Array.isArray(second) ? second : [second];
    run.checkItems(start.length + end.length);
    run.spend(start.length + end.length);
    return start.concat(end);
  },
} satisfies Builtin;
