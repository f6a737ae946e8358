import { sequenceOf } from '../engine/value.ts';
import type { PathIr } from '../syntax/ir.ts';
import type { Closure, Compiler, KindCompiler } from './closure.ts';
import { compileNamePath } from './compile-name-path.ts';
import { compilePathEnd } from './compile-path-end.ts';
import { compileStep } from './compile-step.ts';
import { compileTuplePath } from './compile-tuple-path.ts';
import { isNothing } from './is-nothing.ts';
import { itemsOf } from './items-of.ts';
import { walkSteps } from './walk-steps.ts';

export const compilePath: KindCompiler<'path'> = (ir, compiler) => {
  const [first, ...rest] = ir.steps;
  if (ir.steps.some(({ isTuple }) => isTuple === true)) return compileTuplePath(ir, compiler);
  const ofNames = compiler.around === undefined ? compileNamePath(ir) : undefined;
  if (ofNames !== undefined) return ofNames;
  if (first?.isConstructed === true) return compileConstructedPath(ir, compiler);
  const steps = ir.steps.map((step, index) => compileStep(step, index === rest.length, compiler));
  return walkSteps(steps, compilePathEnd(ir, compiler), first?.kind === 'variable');
};

/** A path that begins with an array constructor, which is evaluated once for the whole input. */
function compileConstructedPath(ir: PathIr, compiler: Compiler): Closure {
  const [first, ...rest] = ir.steps;
  const construct: Closure = first === undefined ? () => undefined : compiler.compile(first);
  const steps = rest.map((step, index) => compileStep(step, index === rest.length - 1, compiler));
  const end = compilePathEnd(ir, compiler);
  const walk = walkSteps(steps, end, false);
  return (input, frame, run) => {
    const whole = construct(Array.isArray(input) ? input : sequenceOf(input), frame, run);
    if (steps.length === 0 || isNothing(whole)) return end(whole, frame, run);
    return walk(itemsOf(whole), frame, run);
  };
}
