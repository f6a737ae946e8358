import type { Builtin } from './builtin.ts';
import { roundHalfEven } from './round-half-even.ts';

export const round = {
  name: 'round',
  signature: '<n-n?:n>',
  parameters: ['number', 'places?'],
  summary: 'Rounds to decimal places, halves to the even neighbour; for money use $roundMoney.',
  examples: [
    { expression: '$round(123.456, 2)', result: 123.46 },
    { expression: '$round(2.5)', result: 2 },
    { expression: '$round(3.5)', result: 4 },
    { expression: '$round(1250, -2)', result: 1200 },
    { expression: '$round(missing, 2)', input: {} },
  ],
  arity: 2,
  implementation(_run, number: number | undefined, places?: number) {
    return number === undefined ? undefined : roundHalfEven(number, places);
  },
} satisfies Builtin;
