import { applyCallable } from '../engine/apply-callable.ts';
import type { Callable } from '../engine/callable.ts';
import { EvaluationFailure } from '../engine/failure.ts';
import type { Builtin } from './builtin.ts';

export const reduce = {
  name: 'reduce',
  signature: '<afj?:j>',
  parameters: ['list', 'function', 'start?'],
  summary: 'Folds a list into one value: a function gets what it gave last and the next item.',
  examples: [
    { expression: '$reduce([1, 2, 3], function($sum, $n) { $sum + $n })', result: 6 },
    { expression: '$reduce(["a", "b"], function($all, $text) { $all & $text }, ">")', result: '>ab' },
    { expression: '$reduce([5], function($a, $b) { $a * $b })', result: 5 },
    { expression: '$reduce([1, 2], function($n) { $n })', error: 'D3050' },
    { expression: '$reduce(missing, $append)', input: {} },
  ],
  arity: 3,
  implementation(run, list: readonly unknown[] | undefined, callee: Callable, start?: unknown) {
    if (list === undefined) return undefined;
    if (callee.arity < 2) {
      throw new EvaluationFailure('D3050', 'The function that $reduce calls must take two arguments or more.', {
        index: 1,
      });
    }
    const isFirstTheStart = start === undefined && list.length > 0;
    let result = isFirstTheStart ? list[0] : start;
    for (let at = isFirstTheStart ? 1 : 0; at < list.length; at += 1) {
      result = applyCallable(run, callee, [result, list[at], at, list].slice(0, Math.min(callee.arity, 4)), null);
    }
    return result;
  },
} satisfies Builtin;
