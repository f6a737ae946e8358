import type { Builtin } from './builtin.ts';

export const count = {
  name: 'count',
  signature: '<a:n>',
  parameters: ['list'],
  summary: 'Counts the items of a list: 1 for a single value, 0 for nothing.',
  examples: [
    { expression: '$count(lines)', input: { lines: [{}, {}, {}] }, result: 3 },
    { expression: '$count("a")', result: 1 },
    { expression: '$count(missing)', input: {}, result: 0 },
  ],
  arity: 1,
  implementation(_run, list: readonly unknown[] | undefined) {
    return list === undefined ? 0 : list.length;
  },
} satisfies Builtin;
