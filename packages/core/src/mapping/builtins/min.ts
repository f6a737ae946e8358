import type { Builtin } from './builtin.ts';

export const min = {
  name: 'min',
  signature: '<a<n>:n>',
  parameters: ['numbers'],
  summary: 'Gives the smallest number of a list.',
  examples: [
    { expression: '$min([3, 17, 5])', result: 3 },
    { expression: '$min([])' },
    { expression: '$min(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, numbers: readonly number[] | undefined) {
    if (numbers === undefined || numbers.length === 0) return undefined;
    run.spend(numbers.length);
    let smallest = Infinity;
    for (const number of numbers) smallest = Math.min(smallest, number);
    return smallest;
  },
} satisfies Builtin;
