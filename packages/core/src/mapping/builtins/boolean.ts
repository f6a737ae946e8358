import type { Builtin } from './builtin.ts';
import { truthOf } from '../engine/truth-of.ts';

export const boolean = {
  name: 'boolean',
  signature: '<x-:b>',
  parameters: ['value'],
  summary: 'Says whether a value counts as something: not empty, not zero, not null.',
  examples: [
    { expression: '$boolean("no")', result: true },
    { expression: '$boolean("")', result: false },
    { expression: '$boolean([0, 1])', result: true },
    { expression: '$boolean([0, [null, ""]])', result: false },
    { expression: '$boolean({})', result: false },
    { expression: '$boolean($sum)', result: false },
    { expression: '$boolean(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, value: unknown) {
    return value === undefined ? undefined : truthOf(run, value);
  },
} satisfies Builtin;
