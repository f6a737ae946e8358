import type { Run } from '../engine/run.ts';
import { emptySequence, isRecord, type Sequence } from '../engine/value.ts';
import type { Builtin } from './builtin.ts';
import { checkNesting } from './check-nesting.ts';

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
  implementation(run, value: unknown, key: string) {
    if (!Array.isArray(value)) return fieldOf(value, key);
    const result = emptySequence();
    collect(run, value, key, result, 1);
    run.checkItems(result.length);
    return result;
  },
} satisfies Builtin;

function fieldOf(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function collect(run: Run, list: readonly unknown[], key: string, result: Sequence, depth: number): void {
  checkNesting(run, depth);
  run.spend(list.length);
  for (const item of list) {
    if (Array.isArray(item)) {
      collect(run, item, key, result, depth + 1);
      continue;
    }
    const found = fieldOf(item, key);
    if (Array.isArray(found)) {
      run.checkItems(result.length + found.length);
      run.spend(found.length);
      for (const member of found) result.push(member);
    } else if (found !== undefined) {
      result.push(found);
    }
  }
}
