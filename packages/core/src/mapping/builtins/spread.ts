import type { Run } from '../engine/run.ts';
import { emptySequence, isRecord } from '../engine/value.ts';
import type { Builtin } from './builtin.ts';
import { checkNesting } from './check-nesting.ts';

export const spread = {
  name: 'spread',
  signature: '<x-:a<o>>',
  parameters: ['object'],
  summary: 'Splits an object, or each object of a list, into objects of one field.',
  examples: [
    { expression: '$spread({"a": 1, "b": 2})', result: [{ a: 1 }, { b: 2 }] },
    { expression: '$spread([{"a": 1}, {"b": 2, "c": 3}])', result: [{ a: 1 }, { b: 2 }, { c: 3 }] },
    { expression: '$spread({"a": 1})', result: { a: 1 } },
    { expression: '$spread("text")', result: 'text' },
    { expression: '$spread(missing)', input: {} },
  ],
  arity: 1,
  implementation(run, value: unknown) {
    if (!Array.isArray(value) && !isRecord(value)) return value;
    // The parts of a list are appended to one another, which makes them an array. The parts of one object are a
    // sequence.
    const parts: unknown[] = Array.isArray(value) && value.some((item) => item !== undefined) ? [] : emptySequence();
    collect(run, value, parts, 1);
    return parts;
  },
} satisfies Builtin;

function collect(run: Run, value: unknown, parts: unknown[], depth: number): void {
  if (Array.isArray(value)) {
    checkNesting(run, depth);
    run.spend(value.length);
    for (const item of value) collect(run, item, parts, depth + 1);
  } else if (isRecord(value)) {
    const keys = Object.keys(value);
    run.checkItems(parts.length + keys.length);
    run.spend(keys.length);
    for (const key of keys) parts.push(recordOf(key, value[key]));
  } else if (value !== undefined) {
    parts.push(value);
  }
}

/** Makes an object without a prototype, so that a key such as `__proto__` is an ordinary key. */
function recordOf(key: string, value: unknown): Record<string, unknown> {
  const record = Object.create(null) as Record<string, unknown>;
  record[key] = value;
  return record;
}
