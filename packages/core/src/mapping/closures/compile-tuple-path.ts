import { locate } from '../engine/locate.ts';
import type { Run } from '../engine/run.ts';
import type { Tuple } from '../engine/tuple.ts';
import { emptySequence, sequenceOf } from '../engine/value.ts';
import type { Ir, PathIr } from '../syntax/ir.ts';
import type { Closure, Compiler } from './closure.ts';
import { compilePathEnd } from './compile-path-end.ts';
import { compileStep, type Step } from './compile-step.ts';
import { compileTupleStep, type TupleStep } from './compile-tuple-step.ts';
import { isNothing } from './is-nothing.ts';
import { itemsOf } from './items-of.ts';
import { siteAt } from './site-at.ts';
import { walkSteps } from './walk-steps.ts';

/**
 * A path with `@`, `#` or `%`: from the first step that binds something, each item is carried in a tuple together with
 * its bindings. The path's value consists of the items, but a path that is itself a step of such a path passes on its
 * tuples.
 */
export function compileTuplePath(ir: PathIr, compiler: Compiler): Closure {
  const firstTuple = ir.steps.findIndex(({ isTuple }) => isTuple === true);
  const [first] = ir.steps;
  const construct = first?.isConstructed === true ? compiler.compile(first) : undefined;
  const plain: Step[] = [];
  const bound: TupleStep[] = [];
  for (const [index, step] of ir.steps.entries()) {
    if (index === 0 && construct !== undefined) continue;
    if (index < firstTuple) plain.push(compileStep(step, false, compiler));
    else bound.push(compileTupleStep(step, compiler));
  }
  const end = compilePathEnd(ir, compiler);
  const isHandedOn = ir.isTuple === true || ir.group !== undefined;
  const reach = walkSteps(plain, (items) => items, first?.kind === 'variable');
  const site = siteAt(ir);
  const walk: Closure = (input, frame, run) => {
    let from = input;
    if (construct !== undefined) {
      from = Array.isArray(input) ? input : sequenceOf(input);
      const whole = construct(from, frame, run);
      if (firstTuple > 0 && isNothing(whole)) return end(whole, frame, run);
      // The reference evaluates a constructor that binds a variable, and then continues with the input.
      if (!hasFocus(first)) from = itemsOf(whole);
    }
    const items = reach(from, frame, run) as readonly unknown[];
    if (plain.length > 0 && items.length === 0) return end(items, frame, run);
    let tuples: readonly Tuple[] | undefined;
    for (const step of bound) tuples = step(items, tuples, frame, run);
    return end(isHandedOn ? tuples : itemsIn(tuples ?? [], run), frame, run);
  };
  return (input, frame, run) => {
    try {
      return walk(input, frame, run);
    } catch (error) {
      throw locate(error, site);
    }
  };
}

const hasFocus = (step: Ir | undefined): boolean => step?.focus !== undefined;

function itemsIn(tuples: readonly Tuple[], run: Run): unknown[] {
  const items = emptySequence();
  run.spend(tuples.length);
  for (const tuple of tuples) items.push(tuple['@']);
  return items;
}
