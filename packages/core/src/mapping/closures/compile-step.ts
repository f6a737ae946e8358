import { locate } from '../engine/locate.ts';
import { stepByName } from '../engine/lookup-path.ts';
import type { Run } from '../engine/run.ts';
import { emptySequence } from '../engine/value.ts';
import type { Ir, StageIr } from '../syntax/ir.ts';
import type { Closure, Compiler } from './closure.ts';
import { compileFilter } from './compile-filter.ts';
import { isPlainName } from './compile-name-path.ts';
import { compileSort } from './compile-sort.ts';
import type { Frame } from './frame.ts';
import { joinAt } from './join-at.ts';
import { nextSliceAt } from './next-slice-at.ts';
import { siteAt } from './site-at.ts';

/** Gets all items of its input. */
export type Step = (items: readonly unknown[], frame: Frame, run: Run) => readonly unknown[];

/** A step of a path without tuples. */
export function compileStep(step: Ir, isLast: boolean, compiler: Compiler): Step {
  const filters = (step.stages ?? []).flatMap((stage) => filterOf(stage, compiler));
  const site = siteAt(step);
  if (step.kind === 'sort') return compileSortStep(compileSort(step, compiler), filters);
  if (isPlainName(step) && compiler.around === undefined) {
    const { name } = step;
    return (items, _frame, run) => {
      try {
        return stepByName(run, items, name, isLast);
      } catch (error) {
        throw locate(error, site);
      }
    };
  }
  const evaluate = compiler.compile(step);
  // Loops by index: those over iterators take up more of the stack, and mappings recurse through here.
  return (items, frame, run) => {
    const results = emptySequence();
    for (let position = 0; position < items.length; position += 1) {
      if (--run.ticks < 0) nextSliceAt(site, run);
      let result = evaluate(items[position], frame, run);
      for (let index = 0; index < filters.length; index += 1) result = filters[index]?.(result, frame, run);
      if (result !== undefined) results.push(result);
    }
    return joinAt(site, run, results, isLast);
  };
}

/** True for a step that is evaluated item by item, with nothing done to the results. */
export function isPlainStep(step: Ir): boolean {
  return step.kind !== 'sort' && step.kind !== 'name' && step.stages === undefined;
}

/** Filters behind a sort see the sorted list as a whole. */
function compileSortStep(sort: Step, filters: readonly Closure[]): Step {
  if (filters.length === 0) return sort;
  return (items, frame, run) => {
    let sorted: unknown = sort(items, frame, run);
    for (const filter of filters) sorted = filter(sorted, frame, run);
    return sorted as readonly unknown[];
  };
}

/** Position variables make a path work on tuples, so there are none here. */
function filterOf(stage: StageIr, compiler: Compiler): Closure[] {
  return stage.kind === 'filter' ? [compileFilter(stage, compiler)] : [];
}
