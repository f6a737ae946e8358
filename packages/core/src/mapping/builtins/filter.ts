import { applyCallable, callbackArguments } from '../engine/apply-callable.ts';
import type { Callable } from '../engine/callable.ts';
import { emptySequence } from '../engine/value.ts';
import type { Builtin } from './builtin.ts';
import { truthOf } from '../engine/truth-of.ts';

export const filter = {
  name: 'filter',
  signature: '<af>',
  parameters: ['list', 'holds'],
  summary: 'Keeps the items of a list for which a function, given item, position and list, holds.',
  examples: [
    { expression: '$filter([1, 2, 3, 4], function($n) { $n % 2 = 0 })', result: [2, 4] },
    { expression: '$filter(["a", "b", "c"], function($item, $at) { $at > 0 })', result: ['b', 'c'] },
    { expression: '$filter([1, 2], function($n) { $n > 1 })', result: 2 },
    { expression: '$filter([1], function($n) { $n > 1 })' },
    { expression: '$filter(missing, $boolean)', input: {} },
  ],
  arity: 2,
  implementation(run, list: readonly unknown[] | undefined, holds: Callable) {
    if (list === undefined) return undefined;
    const kept = emptySequence();
    for (let at = 0; at < list.length; at += 1) {
      const item = list[at];
      if (truthOf(run, applyCallable(run, holds, callbackArguments(holds, item, at, list), null))) kept.push(item);
    }
    return kept;
  },
} satisfies Builtin;
