import { applyPartially, placeholder } from '../engine/apply-partially.ts';
import { isCallable } from '../engine/callable.ts';
import type { Ir } from '../syntax/ir.ts';
import type { Closure, Compiler, KindCompiler } from './closure.ts';
import { checkForgottenDollar, notCallable } from './not-callable.ts';

/** Unlike a call, this evaluates the arguments before the function. */
export const compilePartial: KindCompiler<'partial'> = (ir, compiler) => {
  const args = ir.args.map((argument) => compileArgument(argument, compiler));
  const callee = compiler.compile(ir.callee);
  return (input, frame, run) => {
    const values = args.map((argument) => argument(input, frame, run));
    const called = callee(input, frame, run);
    if (called === undefined) checkForgottenDollar(ir.callee, frame, 'T1007');
    if (!isCallable(called)) throw notCallable(ir.callee, called, frame, 'T1008');
    return applyPartially(called, values);
  };
};

function compileArgument(argument: Ir, compiler: Compiler): Closure {
  return argument.kind === 'placeholder' ? () => placeholder : compiler.compile(argument);
}
