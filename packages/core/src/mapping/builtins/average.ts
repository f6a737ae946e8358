import type { Builtin } from './builtin.ts';

export const average = {
  name: 'average',
  signature: '<a<n>:n>',
  parameters: ['numbers'],
  summary: 'Gives the mean of the numbers of a list.',
  examples: [
    { expression: '$average([1, 2, 6])', result: 3 },
    { expression: '$average([])' },
    { expression: '$average(missing)', input: {} },
    { expression: '$average(["1"])', error: 'T0412' },
  ],
  arity: 1,
  implementation(run, numbers: readonly number[] | undefined) {
    if (numbers === undefined || numbers.length === 0) return undefined;
    run.spend(numbers.length);
    let total = 0;
    for (const number of numbers) total += number;
    return total / numbers.length;
  },
} satisfies Builtin;
