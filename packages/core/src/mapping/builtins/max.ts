import type { Builtin } from './builtin.ts';

export const max = {
  name: 'max',
  signature: '<a<n>:n>',
  parameters: ['numbers'],
  summary: 'Gives the largest number of a list.',
  examples: [
    { expression: '$max([3, 17, 5])', result: 17 },
    { expression: '$max([])' },
    { expression: '$max(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, numbers: readonly number[] | undefined) {
    if (numbers === undefined || numbers.length === 0) return undefined;
    run.spend(numbers.length);
    let largest = -Infinity;
    for (const number of numbers) largest = Math.max(largest, number);
    return largest;
  },
} satisfies Builtin;
