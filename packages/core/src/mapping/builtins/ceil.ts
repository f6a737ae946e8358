import type { Builtin } from './builtin.ts';

export const ceil = {
  name: 'ceil',
  signature: '<n-:n>',
  parameters: ['number'],
  summary: 'Rounds a number up to a whole one.',
  examples: [
    { expression: '$ceil(7.01)', result: 8 },
    { expression: '$ceil(-7.9)', result: -7 },
    { expression: '$ceil(missing)', input: {} },
  ],
  arity: 1,
  implementation(_run, number: number | undefined) {
    return number === undefined ? undefined : Math.ceil(number);
  },
} satisfies Builtin;
