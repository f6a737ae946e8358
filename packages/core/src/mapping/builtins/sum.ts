import type { Builtin } from './builtin.ts';

export const sum = {
  name: 'sum',
  signature: '<a<n>:n>',
  parameters: ['numbers'],
  summary: 'Adds up the numbers of a list; for money use $add.',
  examples: [
    { expression: '$sum([1, 2, 3.5])', result: 6.5 },
    { expression: '$sum(lines.hours)', input: { lines: [{ hours: 7.5 }, { hours: 6 }] }, result: 13.5 },
    { expression: '$sum([])', result: 0 },
    { expression: '$sum(missing)', input: {} },
    { expression: '$sum([1, "2"])', error: 'T0412' },
  ],
  arity: 1,
  implementation(run, numbers: readonly number[] | undefined) {
    if (numbers === undefined) return undefined;
    run.spend(numbers.length);
    let total = 0;
    for (const number of numbers) total += number;
    return total;
  },
} satisfies Builtin;
