import { isCallable, type Callable } from './callable.ts';
import { checkArguments } from './check-arguments.ts';
import { EvaluationFailure } from './failure.ts';
import type { Run } from './run.ts';

/** A call that a lambda ends in: made by the one who called the lambda, so that it takes no stack. */
export class TailCall {
  readonly callee: unknown;
  readonly args: readonly unknown[];
  readonly context: unknown;

  constructor(callee: unknown, args: readonly unknown[], context: unknown) {
    this.callee = callee;
    this.args = args;
    this.context = context;
  }
}

/**
 * Calls a function of the language. `context` is what a signature's `-` parameters take when they are missing.
 * @throws EvaluationFailure `T1006` for what is no function, `D1011` beyond `maxDepth`, and what the function throws
 */
export function applyCallable(run: Run, callee: unknown, args: readonly unknown[], context?: unknown): unknown {
  if (run.depth >= run.limits.maxDepth) {
    throw new EvaluationFailure('D1011', `Functions call each other more than ${run.limits.maxDepth} levels deep.`, {
      value: run.limits.maxDepth,
    });
  }
  run.depth += 1;
  let result = invoke(run, callee, args, context);
  while (result instanceof TailCall) result = invoke(run, result.callee, result.args, result.context);
  run.depth -= 1;
  return result;
}

function invoke(run: Run, callee: unknown, args: readonly unknown[], context: unknown): unknown {
  if (--run.ticks < 0) run.nextSlice();
  if (!isCallable(callee)) throw new EvaluationFailure('T1006', 'This is not a function, so it cannot be called.');
  const checked = callee.signature === undefined ? args : checkArguments(callee.signature, args, context);
  return callee(run, checked, context);
}

/** What a higher-order function passes on: the item, and its position and the list only to those who declare them. */
export function callbackArguments(callee: Callable, item: unknown, position: unknown, list: unknown): unknown[] {
  if (callee.arity >= 3) return [item, position, list];
  return callee.arity === 2 ? [item, position] : [item];
}
