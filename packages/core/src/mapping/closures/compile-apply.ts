import { applyCallable } from '../engine/apply-callable.ts';
import { isCallable } from '../engine/callable.ts';
import { composeCallables } from '../engine/compose-callables.ts';
import { failureOf } from '../engine/failure-of.ts';
import { locate } from '../engine/locate.ts';
import type { ApplyIr } from '../syntax/ir.ts';
import type { KindCompiler } from './closure.ts';
import { compileCallWith } from './compile-call.ts';
import { nameOf } from './name-of.ts';
import { settling } from './settling.ts';

/** `left ~> f(x)` calls `f(left, x)`, `left ~> f` calls `f(left)`, and for two functions it composes them. */
export const compileApply: KindCompiler<'apply'> = (ir, compiler) => {
  const settled = settling(ir);
  const left = compiler.compile(ir.left);
  if (ir.right.kind === 'call') {
    // Here the reference drops anything applied to the call's result, so the result of the whole is that of the call.
    const { predicates: _, group: __, keepArray: ___, ...call } = ir.right;
    return compileCallWith({ ...call, ...marksOf(ir) }, compiler, left);
  }
  const right = compiler.compile(ir.right);
  const { start, end } = ir.right;
  const site = { range: { start, end }, token: nameOf(ir.right) ?? '~>' };
  return (input, frame, run) => {
    const value = left(input, frame, run);
    const called = right(input, frame, run);
    if (!isCallable(called)) throw failureOf('T2006', { token: '~>', value: called, range: site.range });
    if (isCallable(value)) return composeCallables(value, called, site);
    try {
      return settled(applyCallable(run, called, [value], null));
    } catch (error) {
      throw locate(error, site);
    }
  };
};

/** Picks the marks that control how a result is settled. */
function marksOf({ keepArray, predicates, group }: ApplyIr): Pick<ApplyIr, 'keepArray' | 'predicates' | 'group'> {
  return { ...(keepArray && { keepArray }), ...(predicates && { predicates }), ...(group && { group }) };
}
