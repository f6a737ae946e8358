import type { Builtin } from './builtin.ts';

export const abs = {
  name: 'abs',
  signature: '<n-:n>',
  parameters: ['number'],
  summary: 'Gives a number without its sign.',
  examples: [
    { expression: '$abs(-12.5)', result: 12.5 },
    { expression: 'balances.$abs()', input: { balances: [-1, 2] }, result: [1, 2] },
    { expression: '$abs(missing)', input: {} },
    { expression: '$abs("12")', error: 'T0410' },
  ],
  arity: 1,
  implementation(_run, number: number | undefined) {
    return number === undefined ? undefined : Math.abs(number);
  },
} satisfies Builtin;
