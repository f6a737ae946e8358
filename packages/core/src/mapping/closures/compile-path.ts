import { sequenceOf } from '../engine/value.ts';
import type { PathIr } from '../syntax/ir.ts';
import type { Closure, Compiler, KindCompiler } from './closure.ts';
import { compileNamePath } from './compile-name-path.ts';
import { compilePathEnd } from './compile-path-end.ts';
import { compileStep, type Step } from './compile-step.ts';
import { compileTuplePath } from './compile-tuple-path.ts';
import { isNothing } from './is-nothing.ts';
import { itemsOf } from './items-of.ts';

/** Evaluates steps one after the other, each for every item of what the step before it gave. */
export const compilePath: KindCompiler<'path'> = (ir, compiler) => {
  const [first] = ir.steps;
  if (ir.steps.some(({ isTuple }) => isTuple === true)) return compileTuplePath(ir, compiler);
  if (first?.isConstructed === true) return compileConstructedPath(ir, compiler);
  const ofNames = compiler.around === undefined ? compileNamePath(ir) : undefined;
  if (ofNames !== undefined) return ofNames;
  const end = compilePathEnd(ir, compiler);
  // Only paths that begin with a variable take a list as one value.
  const isAbsolute = first?.kind === 'variable';
  const steps = ir.steps.map((step, index) => compileStep(step, index === ir.steps.length - 1, compiler));
  return (input, frame, run) => {
    let items: readonly unknown[] = Array.isArray(input) && !isAbsolute ? input : [input];
    for (let index = 0; index < steps.length && (index === 0 || items.length > 0); index += 1) {
      items = (steps[index] as Step)(items, frame, run);
    }
    return end(items, frame, run);
  };
};

/** A path that begins with an array constructor, which is evaluated once, for all of the input. */
function compileConstructedPath(ir: PathIr, compiler: Compiler): Closure {
  const [first, ...rest] = ir.steps;
  const construct: Closure = first === undefined ? () => undefined : compiler.compile(first);
  const steps = rest.map((step, index) => compileStep(step, index === rest.length - 1, compiler));
  const end = compilePathEnd(ir, compiler);
  return (input, frame, run) => {
    const whole = construct(Array.isArray(input) ? input : sequenceOf(input), frame, run);
    if (steps.length === 0 || isNothing(whole)) return end(whole, frame, run);
    let items = itemsOf(whole);
    for (let index = 0; index < steps.length && (index === 0 || items.length > 0); index += 1) {
      items = (steps[index] as Step)(items, frame, run);
    }
    return end(items, frame, run);
  };
}
