import { isCallable, type Callable, type CallSite } from './callable.ts';
import { failureOf } from './failure-of.ts';
import { locate } from './locate.ts';
import type { Run } from './run.ts';

/** A call in tail position of a lambda. The lambda's caller makes it, so that it takes no stack. */
export class TailCall {
  readonly callee: Callable;
  readonly args: readonly unknown[];
  readonly site: CallSite;

  constructor(callee: Callable, args: readonly unknown[], site: CallSite) {
    this.callee = callee;
    this.args = args;
    this.site = site;
  }
}

/**
 * Calls a function of the language. `context` is what a signature's `-` parameters take when they are missing: the
 * context of the calling expression, or null in calls by higher-order functions. Tail calls have the context of the
 * call that led to them, as in the reference.
 * @throws EvaluationFailure `T1006` for a value that is not a function, `D1011` beyond `maxDepth`, and what the
 * function throws
 */
export function applyCallable(run: Run, callee: unknown, args: readonly unknown[], context: unknown): unknown {
  if (!isCallable(callee)) throw failureOf('T1006', { value: callee });
  return leaveCall(run, callee(run, enterCall(run, callee, args, context), context), context);
}

/**
 * Prepares a call: counts it, and completes the arguments. A call expression does this, the call and `leaveCall` by
 * itself, because mappings recurse through it, and every stack frame counts.
 * @throws EvaluationFailure like `applyCallable`
 */
export function enterCall(run: Run, callee: Callable, args: readonly unknown[], context: unknown): readonly unknown[] {
  const { maxDepth } = run.limits;
  if (run.depth >= maxDepth) throw failureOf('D1011', { value: maxDepth });
  run.depth += 1;
  return completed(run, callee, args, context);
}

/** Finishes a call: makes the tail call in which its function ended, then the tail call of that function, and so on. */
export function leaveCall(run: Run, result: unknown, context: unknown): unknown {
  const value = result instanceof TailCall ? resolve(run, result, context) : result;
  run.depth -= 1;
  return value;
}

function completed(run: Run, { check, label }: Callable, args: readonly unknown[], context: unknown) {
  if (--run.ticks < 0) run.nextSlice();
  return check === undefined ? args : check.complete(run, args, context, label);
}

function resolve(run: Run, first: TailCall, context: unknown): unknown {
  let call = first;
  for (;;) {
    const { callee, args, site } = call;
    let result: unknown;
    try {
      result = callee(run, completed(run, callee, args, context), context);
    } catch (error) {
      throw locate(error, site);
    }
    if (!(result instanceof TailCall)) return result;
    call = result;
  }
}

/**
 * Returns the arguments that a higher-order function passes on: the item, and its position and the list only to
 * functions that declare parameters for them.
 */
export function callbackArguments(callee: Callable, item: unknown, position: unknown, list: unknown): unknown[] {
  if (callee.arity >= 3) return [item, position, list];
  return callee.arity === 2 ? [item, position] : [item];
}
