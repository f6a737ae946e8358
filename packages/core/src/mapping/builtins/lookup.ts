import { lookupKey } from '../engine/lookup-name.ts';
import type { Builtin } from './builtin.ts';

export const lookup = {
  name: 'lookup',
  signature: '<x-s:x>',
  parameters: ['object', 'key'],
  summary: 'Gives the value of a field whose name is computed; of a list of objects, all of them.',
  examples: [
    { expression: '$lookup({"GB": 20, "DE": 19}, country)', input: { country: 'DE' }, result: 19 },
    { expression: '$lookup([{"a": 1}, {"a": [2, 3]}, {}], "a")', result: [1, 2, 3] },
    { expression: '$lookup({"GB": 20}, "FR")' },
    { expression: '$lookup({}, "constructor")' },
  ],
  arity: 2,
  implementation: lookupKey,
} satisfies Builtin;
