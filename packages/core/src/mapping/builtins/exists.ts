import type { Builtin } from './builtin.ts';

export const exists = {
  name: 'exists',
  signature: '<x:b>',
  parameters: ['value'],
  summary: 'Says whether a path or a variable gives anything, even null or an empty text.',
  examples: [
    { expression: '$exists(name)', input: { name: '' }, result: true },
    { expression: '$exists(name)', input: {}, result: false },
    { expression: '$exists(null)', result: true },
  ],
  arity: 1,
  implementation(_run, value: unknown) {
    return value !== undefined;
  },
} satisfies Builtin;
