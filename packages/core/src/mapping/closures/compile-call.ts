import { enterCall, leaveCall, TailCall } from '../engine/apply-callable.ts';
import { isCallable, type CallSite } from '../engine/callable.ts';
import { contextless } from '../engine/contextless.ts';
import { locate } from '../engine/locate.ts';
import type { Run } from '../engine/run.ts';
import type { CallIr, Ir } from '../syntax/ir.ts';
import type { Closure, Compiler, KindCompiler } from './closure.ts';
import type { Frame } from './frame.ts';
import { nameOf } from './name-of.ts';
import { checkForgottenDollar, notCallable } from './not-callable.ts';
import { settling } from './settling.ts';

export const compileCall: KindCompiler<'call'> = (ir, compiler) =>
  ir.isTail === true ? compileTailCall(ir, compiler) : compileCallWith(ir, compiler, undefined);

/** @param first evaluates to the first argument, before the written ones */
export function compileCallWith(ir: CallIr, compiler: Compiler, first: Closure | undefined): Closure {
  const settled = settling(ir);
  const callee = compiler.compile(ir.callee);
  const args = ir.args.map((argument) => compiler.compile(argument));
  const site = siteOf(ir);
  return (input, frame, run) => {
    const before = first?.(input, frame, run);
    const called = callee(input, frame, run);
    if (called === undefined) checkForgottenDollar(ir.callee, frame, 'T1005');
    const values = evaluated(args, input, frame, run);
    if (first !== undefined) values.unshift(before);
    if (!isCallable(called)) throw notCallable(ir.callee, called, frame, 'T1006');
    try {
      return settled(leaveCall(run, called(run, enterCall(run, called, values, input), input), input));
    } catch (error) {
      throw locate(error, site);
    }
  };
}

/** Leaves a function's last call to its caller. The reference ignores marks on the result of such a call. */
function compileTailCall(ir: CallIr, compiler: Compiler): Closure {
  const callee = compiler.compile(ir.callee);
  const args = ir.args.map((argument) => compiler.compile(argument));
  const site = siteOf(ir);
  return (input, frame, run) => {
    const called = callee(input, frame, run);
    const values = args.map((argument) => argument(input, frame, run));
    if (!isCallable(called)) throw notCallable(ir.callee, called, frame, 'T1006');
    return new TailCall(called, values, site);
  };
}

export function siteOf({ callee }: { readonly callee: Ir }): CallSite {
  return { range: { start: callee.start, end: callee.end }, token: nameOf(callee) };
}

/** Most functions take one or two arguments. Lists of that size are cheaper when they are made at once. */
function evaluated(args: readonly Closure[], input: unknown, frame: Frame, run: Run): unknown[] {
  const [first, second] = args;
  if (first === undefined) return [];
  if (second === undefined) return [contextless(first(input, frame, run))];
  if (args.length === 2) return [contextless(first(input, frame, run)), contextless(second(input, frame, run))];
  return args.map((argument) => contextless(argument(input, frame, run)));
}
