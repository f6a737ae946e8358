import { isCallable, type Callable, type CallSite } from './callable.ts';
import { failureOf } from './failure-of.ts';
import { locate } from './locate.ts';
import type { Run } from './run.ts';

/** A call that a lambda ends in: made by the one who called the lambda, so that it takes no stack. */
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
 * Calls a function of the language. `context` is what a signature's `-` parameters take when they are missing: what the
 * calling expression is evaluated on, null in calls by higher-order functions. Tail calls have the context of the call
 * that led to them, as in the reference.
 * @throws EvaluationFailure `T1006` for what is no function, `D1011` beyond `maxDepth`, and what the function throws
 */
export function applyCallable(run: Run, callee: unknown, args: readonly unknown[], context: unknown): unknown {
  if (!isCallable(callee)) throw failureOf('T1006', { value: callee });
  return leaveCall(run, callee(run, enterCall(run, callee, args, context), context), context);
}

/**
 * Prepares a call: counts it, and completes the arguments. A call expression does this, the call and
 * `leaveCall` by itself, because mappings recurse through it, and every frame counts.
 * @throws EvaluationFailure as `applyCallable`
 */
export function enterCall(run: Run, callee: Callable, args: readonly unknown[], context: unknown): readonly unknown[] {
  const { maxDepth } = run.limits;
  if (run.depth >= maxDepth) throw failureOf('D1011', { value: maxDepth });
  run.depth += 1;
  return completed(run, callee, args, context);
}

/** Finishes a call: makes the call that its function ended in, then the one that this function ended in, and so on. */
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
 * Gives the arguments that a higher-order function passes on: the item, and its position and the list only to functions
 * that declare them.
 */
export function callbackArguments(callee: Callable, item: unknown, position: unknown, list: unknown): unknown[] {
  if (callee.arity >= 3) return [item, position, list];
  return callee.arity === 2 ? [item, position] : [item];
}
