import { isCallable, type Callable, type CallSite } from './callable.ts';
import { failureOf } from './failure-of.ts';
import { locate } from './locate.ts';
import type { Run } from './run.ts';

/** A call that a lambda ends in: made by the one who called the lambda, so that it takes no stack. */
export class TailCall {
  readonly callee: unknown;
  readonly args: readonly unknown[];
  readonly site: CallSite;

  constructor(callee: unknown, args: readonly unknown[], site: CallSite) {
    this.callee = callee;
    this.args = args;
    this.site = site;
  }
}

/**
 * Calls a function of the language. `context` is what a signature's `-` parameters take when they are missing: what the
 * calling expression is evaluated on, null in calls by higher-order functions. Tail calls have the context of the call
 * that led to them, as in the reference.
 * @throws EvaluationFailure `T1006` for what is no function, `D1011` beyond `maxDepth`, and what the function throws
 */
export function applyCallable(run: Run, callee: unknown, args: readonly unknown[], context: unknown): unknown {
  const { maxDepth } = run.limits;
  if (run.depth >= maxDepth) throw failureOf('D1011', { value: maxDepth });
  run.depth += 1;
  let result = invoke(run, callee, args, context);
  if (result instanceof TailCall) result = resolve(run, result, context);
  run.depth -= 1;
  return result;
}

function resolve(run: Run, first: TailCall, context: unknown): unknown {
  let call = first;
  for (;;) {
    let result: unknown;
    try {
      result = invoke(run, call.callee, call.args, context);
    } catch (error) {
      throw locate(error, call.site);
    }
    if (!(result instanceof TailCall)) return result;
    call = result;
  }
}

function invoke(run: Run, callee: unknown, args: readonly unknown[], context: unknown): unknown {
  if (--run.ticks < 0) run.nextSlice();
  if (!isCallable(callee)) throw failureOf('T1006', { value: callee });
  return callee(run, callee.check === undefined ? args : callee.check.complete(args, context, callee.label), context);
}

/** What a higher-order function passes on: the item, and its position and the list only to those who declare them. */
export function callbackArguments(callee: Callable, item: unknown, position: unknown, list: unknown): unknown[] {
  if (callee.arity >= 3) return [item, position, list];
  return callee.arity === 2 ? [item, position] : [item];
}
