import { EvaluationFailure } from '../engine/failure.ts';
import type { MappingFunction } from './function-definition.ts';

export const required = {
  name: 'required',
  signature: '<xss?:x>',
  parameters: ['value', 'code', 'sentence?'],
  summary:
    'Gives the value back, or stops the record with this business code when the value is missing, null or empty text.',
  examples: [
    { expression: '$required(name, "NAME_MISSING")', input: { name: 'Acme' }, result: 'Acme' },
    { expression: '$required(flag, "FLAG_MISSING")', input: { flag: false }, result: false },
    {
      expression: '$required(name, "NAME_MISSING", "The account has no name.")',
      input: { name: '' },
      error: 'NAME_MISSING',
    },
    { expression: '$required(name, "NAME_MISSING")', input: {}, error: 'NAME_MISSING' },
    { expression: '$required(name, 404)', input: {}, error: 'T0410' },
  ],
  implementation(_context, value: unknown, code: string, sentence?: string) {
    if (value !== undefined && value !== null && value !== '') return value;
    throw new EvaluationFailure(code, sentence ?? `A value that must be there is missing (${code}).`);
  },
} satisfies MappingFunction;
