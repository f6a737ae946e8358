import { applyCallable, callbackArguments } from '../engine/apply-callable.ts';
import type { Callable } from '../engine/callable.ts';
import { emptySequence } from '../engine/value.ts';
import type { Builtin } from './builtin.ts';

export const map = {
  name: 'map',
  signature: '<af>',
  parameters: ['list', 'function'],
  summary: 'Calls a function with each item of a list, its position and the list, and lists what it gives.',
  examples: [
    { expression: '$map([1, 2, 3], function($n) { $n * 2 })', result: [2, 4, 6] },
    { expression: '$map(["a", "b"], function($text, $at) { $at & $text })', result: ['0a', '1b'] },
    { expression: '$map([1, -1], $string)', result: ['1', '-1'] },
    { expression: '$map([1, 2], function($n) { $n = 2 ? "two" })', result: 'two' },
    { expression: '$map(missing, $string)', input: {} },
  ],
  arity: 2,
  implementation(run, list: readonly unknown[] | undefined, callee: Callable) {
    if (list === undefined) return undefined;
    const results = emptySequence();
    for (let at = 0; at < list.length; at += 1) {
      const result = applyCallable(run, callee, callbackArguments(callee, list[at], at, list), null);
      if (result !== undefined) results.push(result);
    }
    run.checkItems(results.length);
    return results;
  },
} satisfies Builtin;
