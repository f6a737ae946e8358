import { EvaluationFailure } from '../engine/failure.ts';
import type { Builtin } from './builtin.ts';

export const error = {
  name: 'error',
  signature: '<s?:x>',
  parameters: ['message?'],
  summary: 'Stops the mapping with a message; $required is better for a field that must be there.',
  examples: [
    { expression: 'total < 0 ? $error("The total is negative.") : total', input: { total: -1 }, error: 'D3137' },
    { expression: '$error()', error: 'D3137' },
  ],
  arity: 1,
  implementation(_run, message: string | undefined) {
    throw new EvaluationFailure('D3137', message === undefined || message === '' ? '$error was called.' : message);
  },
} satisfies Builtin;
