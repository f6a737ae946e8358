import { EvaluationFailure } from '../engine/failure.ts';
import type { Builtin } from './builtin.ts';

export const assert = {
  name: 'assert',
  signature: '<bs?:x>',
  parameters: ['condition', 'message?'],
  summary: 'Stops the mapping with a message unless a condition is true.',
  examples: [
    { expression: '$assert(total >= 0, "The total is negative.")', input: { total: 1 } },
    { expression: '$assert(total >= 0, "The total is negative.")', input: { total: -1 }, error: 'D3141' },
    { expression: '$assert(missing)', input: {}, error: 'D3141' },
  ],
  arity: 2,
  implementation(_run, condition: boolean | undefined, message?: string) {
    if (condition) return undefined;
    throw new EvaluationFailure('D3141', message === undefined || message === '' ? 'An assertion failed.' : message);
  },
} satisfies Builtin;
