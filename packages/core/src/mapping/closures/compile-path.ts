import type { Run } from '../engine/run.ts';
import { emptySequence, sequenceOf } from '../engine/value.ts';
import type { PathIr } from '../syntax/ir.ts';
import type { Closure, Compiler, KindCompiler } from './closure.ts';
import { compileNamePath } from './compile-name-path.ts';
import { compilePathEnd } from './compile-path-end.ts';
import { compileStep, isPlainStep, type Step } from './compile-step.ts';
import { compileTuplePath } from './compile-tuple-path.ts';
import type { Frame } from './frame.ts';
import { isNothing } from './is-nothing.ts';
import { itemsOf } from './items-of.ts';
import { joinAt } from './join-at.ts';
import { nextSliceAt } from './next-slice-at.ts';
import { siteAt } from './site-at.ts';

/** Evaluates steps one after the other, each for every item of what the step before it gave. */
export const compilePath: KindCompiler<'path'> = (ir, compiler) => {
  const [first] = ir.steps;
  if (ir.steps.some(({ isTuple }) => isTuple === true)) return compileTuplePath(ir, compiler);
  if (first?.isConstructed === true) return compileConstructedPath(ir, compiler);
  const ofNames = compiler.around === undefined ? compileNamePath(ir) : undefined;
  if (ofNames !== undefined) return ofNames;
  const end = compilePathEnd(ir, compiler);
  const lastStep = ir.steps.at(-1);
  const last = lastStep !== undefined && isPlainStep(lastStep) ? lastStep : undefined;
  const before = last === undefined ? ir.steps : ir.steps.slice(0, -1);
  const steps = before.map((step, index) => compileStep(step, index === ir.steps.length - 1, compiler));
  // Only paths that begin with a variable take a list as one value.
  const isAbsolute = first?.kind === 'variable';
  if (last === undefined) {
    return (input, frame, run) => {
      const items: readonly unknown[] = Array.isArray(input) && !isAbsolute ? input : [input];
      return end(walk(steps, items, frame, run), frame, run);
    };
  }
  const evaluate = compiler.compile(last);
  const site = siteAt(last);
  // The last step is evaluated here, and not by a function of its own, because functions call themselves there:
  // `children.$describe($)`.
  return (input, frame, run) => {
    const items = walk(steps, Array.isArray(input) && !isAbsolute ? input : [input], frame, run);
    if (items.length === 0 && steps.length > 0) return end(items, frame, run);
    const results = emptySequence();
    for (let position = 0; position < items.length; position += 1) {
      if (--run.ticks < 0) nextSliceAt(site, run);
      const result = evaluate(items[position], frame, run);
      if (result !== undefined) results.push(result);
    }
    return end(joinAt(site, run, results, true), frame, run);
  };
};

function walk(steps: readonly Step[], input: readonly unknown[], frame: Frame, run: Run): readonly unknown[] {
  let items = input;
  for (const [index, step] of steps.entries()) {
    if (index > 0 && items.length === 0) break;
    items = step(items, frame, run);
  }
  return items;
}

/** A path that begins with an array constructor, which is evaluated once, for all of the input. */
function compileConstructedPath(ir: PathIr, compiler: Compiler): Closure {
  const [first, ...rest] = ir.steps;
  const construct: Closure = first === undefined ? () => undefined : compiler.compile(first);
  const steps = rest.map((step, index) => compileStep(step, index === rest.length - 1, compiler));
  const end = compilePathEnd(ir, compiler);
  return (input, frame, run) => {
    const whole = construct(Array.isArray(input) ? input : sequenceOf(input), frame, run);
    if (steps.length === 0 || isNothing(whole)) return end(whole, frame, run);
    return end(walk(steps, itemsOf(whole), frame, run), frame, run);
  };
}
