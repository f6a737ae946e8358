import { EvaluationFailure } from '../engine/failure.ts';
import type { Builtin } from './builtin.ts';
import { roundHalfEven } from './round-half-even.ts';

export const formatBase = {
  name: 'formatBase',
  signature: '<n-n?:s>',
  parameters: ['number', 'radix?'],
  summary: 'Writes a whole number in a base from 2 to 36; in base 10 unless another one is given.',
  examples: [
    { expression: '$formatBase(100, 2)', result: '1100100' },
    { expression: '$formatBase(-255, 16)', result: '-ff' },
    { expression: '$formatBase(99.5)', result: '100' },
    { expression: '$formatBase(100, 37)', error: 'D3100' },
    { expression: '$formatBase(missing, 2)', input: {} },
  ],
  arity: 2,
  implementation(_run, number: number | undefined, radix: number = 10) {
    if (number === undefined) return undefined;
    const base = roundHalfEven(radix);
    if (!(base >= 2 && base <= 36)) {
      throw new EvaluationFailure('D3100', `A base must be from 2 to 36, not ${base}.`, { value: base });
    }
    return roundHalfEven(number).toString(base);
  },
} satisfies Builtin;
