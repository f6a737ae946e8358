import { applyCallable, callbackArguments } from '../engine/apply-callable.ts';
import type { Callable } from '../engine/callable.ts';
import { EvaluationFailure } from '../engine/failure.ts';
import type { Builtin } from './builtin.ts';
import { truthOf } from '../engine/truth-of.ts';

export const single = {
  name: 'single',
  signature: '<af?>',
  parameters: ['list', 'holds?'],
  summary: 'Gives the one item of a list for which a function holds; none, or a second one, is an error.',
  examples: [
    { expression: '$single(["GB", "DE"], function($code) { $code = "DE" })', result: 'DE' },
    { expression: '$single([7])', result: 7 },
    { expression: '$single([1, 2, 3], function($n) { $n > 1 })', error: 'D3138' },
    { expression: '$single([1], function($n) { $n > 1 })', error: 'D3139' },
    { expression: '$single(missing)', input: {} },
  ],
  arity: 2,
  implementation(run, list: readonly unknown[] | undefined, holds?: Callable) {
    if (list === undefined) return undefined;
    let found: number | undefined;
    for (let at = 0; at < list.length; at += 1) {
      if (--run.ticks < 0) run.nextSlice();
      const isWanted =
        holds === undefined ||
        truthOf(run, applyCallable(run, holds, callbackArguments(holds, list[at], at, list), null));
      if (!isWanted) continue;
      if (found !== undefined) {
        throw new EvaluationFailure('D3138', `Items ${found} and ${at} are both wanted; $single takes one.`, {
          index: at,
        });
      }
      found = at;
    }
    if (found === undefined) throw new EvaluationFailure('D3139', 'No item of the list is wanted; $single takes one.');
    return list[found];
  },
} satisfies Builtin;
