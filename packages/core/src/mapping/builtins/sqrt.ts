import { EvaluationFailure } from '../engine/failure.ts';
import type { Builtin } from './builtin.ts';

export const sqrt = {
  name: 'sqrt',
  signature: '<n-:n>',
  parameters: ['number'],
  summary: 'Gives the square root of a number that is not negative.',
  examples: [
    { expression: '$sqrt(144)', result: 12 },
    { expression: '$sqrt(-1)', error: 'D3060' },
    { expression: '$sqrt(missing)', input: {} },
  ],
  arity: 1,
  implementation(_run, number: number | undefined) {
    if (number === undefined) return undefined;
    if (number < 0) {
      throw new EvaluationFailure('D3060', `${number} is negative and has no square root.`, {
        value: number,
        index: 1,
      });
    }
    return Math.sqrt(number);
  },
} satisfies Builtin;
