import { EvaluationFailure } from '../engine/failure.ts';
import type { Builtin } from './builtin.ts';

export const power = {
  name: 'power',
  signature: '<n-n:n>',
  parameters: ['base', 'exponent'],
  summary: 'Raises a number to the power of an exponent.',
  examples: [
    { expression: '$power(2, 10)', result: 1024 },
    { expression: '$power(1.05, 2)', result: 1.1025 },
    { expression: '$power(9e300, 2)', error: 'D3061' },
    { expression: '$power(missing, 2)', input: {} },
  ],
  arity: 2,
  implementation(_run, base: number | undefined, exponent: number) {
    if (base === undefined) return undefined;
    const result = base ** exponent;
    if (!Number.isFinite(result)) {
      throw new EvaluationFailure('D3061', `${base} to the power of ${exponent} is not a number that can be written.`, {
        value: base,
        otherValue: exponent,
        index: 1,
      });
    }
    return result;
  },
} satisfies Builtin;
