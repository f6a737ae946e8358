import type { Run } from '../engine/run.ts';
import { emptySequence, isRecord } from '../engine/value.ts';
import type { Builtin } from './builtin.ts';
import { checkNesting } from './check-nesting.ts';

export const keys = {
  name: 'keys',
  signature: '<x-:a<s>>',
  parameters: ['object'],
  summary: 'Lists the names of the fields of an object; of a list of objects, each name once.',
  examples: [
    { expression: '$keys({"a": 1, "b": 2})', result: ['a', 'b'] },
    { expression: '$keys([{"a": 1}, {"b": 2, "a": 3}])', result: ['a', 'b'] },
    { expression: '$keys({"a": 1})', result: 'a' },
    { expression: '$keys({})' },
    { expression: '$keys("text")' },
  ],
  arity: 1,
  implementation(run, value: unknown) {
    const result = emptySequence();
    const found = Array.isArray(value) ? keysOfAll(run, value) : isRecord(value) ? Object.keys(value) : [];
    run.spend(found.length);
    for (const key of found) result.push(key);
    return result;
  },
} satisfies Builtin;

/**
 * Collects names in an object rather than a set, because that sorts names that look like array positions first, as in
 * the reference.
 */
function keysOfAll(run: Run, list: readonly unknown[]): string[] {
  const found = Object.create(null) as Record<string, true>;
  collect(run, list, found, 1);
  return Object.keys(found);
}

function collect(run: Run, list: readonly unknown[], found: Record<string, true>, depth: number): void {
  checkNesting(run, depth);
  run.spend(list.length);
  for (const item of list) {
    if (Array.isArray(item)) collect(run, item, found, depth + 1);
    else if (isRecord(item)) {
      const names = Object.keys(item);
      run.spend(names.length);
      for (const name of names) found[name] = true;
    }
  }
}
