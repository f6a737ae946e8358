import type { Builtin } from './builtin.ts';
import { textOf } from '../engine/text-of.ts';

export const string = {
  name: 'string',
  signature: '<x-b?:s>',
  parameters: ['value', 'isPretty?'],
  summary: 'Turns a value into text; lists and objects become JSON, indented if asked for.',
  examples: [
    { expression: '$string(12.50)', result: '12.5' },
    { expression: '$string({"a": [1, null, true]})', result: '{"a":[1,null,true]}' },
    { expression: '$string({"a": 1}, true)', result: '{\n  "a": 1\n}' },
    { expression: '$string([0.1 + 0.2, $sum])', result: '[0.3,""]' },
    { expression: '$string(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, value: unknown, isPretty?: boolean) {
    return value === undefined ? undefined : textOf(run, value, isPretty === true ? 2 : 0);
  },
} satisfies Builtin;
