import type { Builtin } from './builtin.ts';
import { truthOf } from '../engine/truth-of.ts';

export const not = {
  name: 'not',
  signature: '<x-:b>',
  parameters: ['value'],
  summary: 'Gives the opposite of $boolean.',
  examples: [
    { expression: '$not(0)', result: true },
    { expression: '$not("no")', result: false },
    { expression: '$not(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, value: unknown) {
    return value === undefined ? undefined : !truthOf(run, value);
  },
} satisfies Builtin;
