import { applyCallable, callbackArguments } from '../engine/apply-callable.ts';
import type { Callable } from '../engine/callable.ts';
import { emptySequence } from '../engine/value.ts';
import type { Builtin } from './builtin.ts';

export const each = {
  name: 'each',
  signature: '<o-f:a>',
  parameters: ['object', 'function'],
  summary: 'Calls a function with the value and the name of each field of an object, and lists what it gives.',
  examples: [
    { expression: '$each({"a": 1, "b": 2}, function($value, $key) { $key & $value })', result: ['a1', 'b2'] },
    { expression: '$each({"a": 1}, function($value) { $value })', result: 1 },
    { expression: '$each({}, $string)' },
  ],
  arity: 2,
  implementation(run, object: Readonly<Record<string, unknown>> | undefined, callee: Callable) {
    const results = emptySequence();
    for (const key of Object.keys(object ?? {})) {
      const result = applyCallable(run, callee, callbackArguments(callee, object?.[key], key, object), null);
      if (result !== undefined) results.push(result);
    }
    run.checkItems(results.length);
    return results;
  },
} satisfies Builtin;
