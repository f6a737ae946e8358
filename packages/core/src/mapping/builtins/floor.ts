import type { Builtin } from './builtin.ts';

export const floor = {
  name: 'floor',
  signature: '<n-:n>',
  parameters: ['number'],
  summary: 'Rounds a number down to a whole one.',
  examples: [
    { expression: '$floor(7.99)', result: 7 },
    { expression: '$floor(-7.01)', result: -8 },
    { expression: '$floor(missing)', input: {} },
  ],
  arity: 1,
  implementation(_run, number: number | undefined) {
    return number === undefined ? undefined : Math.floor(number);
  },
} satisfies Builtin;
