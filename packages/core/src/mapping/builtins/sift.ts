import { applyCallable, callbackArguments } from '../engine/apply-callable.ts';
import type { Callable } from '../engine/callable.ts';
import type { Builtin } from './builtin.ts';
import { failureOf } from '../engine/failure-of.ts';
import { truthOf } from '../engine/truth-of.ts';

export const sift = {
  name: 'sift',
  signature: '<o-f?:o>',
  parameters: ['object', 'holds'],
  summary:
    'Keeps the fields of an object for which a function, given value and name, holds; nothing when none is left.',
  examples: [
    { expression: '$sift({"a": 1, "b": 20}, function($value) { $value > 10 })', result: { b: 20 } },
    {
      expression: '$sift(record, function($value, $key) { $contains($key, /^Custom_/) })',
      input: { record: { Custom_a: 1, Name: 'x' } },
      result: { Custom_a: 1 },
    },
    { expression: '$sift({"a": 1}, function($value) { false })' },
  ],
  arity: 2,
  implementation(run, object: Readonly<Record<string, unknown>> | undefined, holds: Callable | undefined) {
    // The object has no prototype, so that a key such as `__proto__` is an ordinary key.
    const kept = Object.create(null) as Record<string, unknown>;
    let isEmpty = true;
    for (const key of Object.keys(object ?? {})) {
      if (holds === undefined) throw failureOf('T0410', { token: 'sift', index: 2 });
      const value = object?.[key];
      if (!truthOf(run, applyCallable(run, holds, callbackArguments(holds, value, key, object), null))) continue;
      kept[key] = value;
      isEmpty = false;
    }
    return isEmpty ? undefined : kept;
  },
} satisfies Builtin;
