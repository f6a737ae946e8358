import { emptySequence, isSequence } from '../engine/value.ts';
import type { Builtin } from './builtin.ts';
import { CanonicalKeys } from './canonical-keys.ts';

export const distinct = {
  name: 'distinct',
  signature: '<x:x>',
  parameters: ['list'],
  summary:
    'Gives each value of a list once; lists and objects are the same when they hold the same, in any order of fields.',
  examples: [
    { expression: '$distinct(["GB", "DE", "GB"])', result: ['GB', 'DE'] },
    { expression: '$distinct([{"a": 1, "b": 2}, {"b": 2, "a": 1}, {"a": 1}])', result: [{ a: 1, b: 2 }, { a: 1 }] },
    { expression: '$distinct(lines.region)', input: { lines: [{ region: 'EU' }, { region: 'EU' }] }, result: 'EU' },
    { expression: '$distinct(5)', result: 5 },
    { expression: '$distinct(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, list: unknown) {
    if (!Array.isArray(list) || list.length <= 1) return list;
    const results: unknown[] = isSequence(list) ? emptySequence() : [];
    const keys = new CanonicalKeys(run);
    const seen = new Set<unknown>();
    for (const item of list) {
      const key = keys.keyOf(item);
      if (seen.has(key)) continue;
      seen.add(key);
      results.push(item);
    }
    return results;
  },
} satisfies Builtin;
