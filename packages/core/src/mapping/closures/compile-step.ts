import type { CallSite } from '../engine/callable.ts';
import { locate } from '../engine/locate.ts';
import { stepByName } from '../engine/lookup-path.ts';
import type { Run } from '../engine/run.ts';
import type { Sequence } from '../engine/value.ts';
import type { Ir, StageIr } from '../syntax/ir.ts';
import type { Closure, Compiler } from './closure.ts';
import { compileFilter } from './compile-filter.ts';
import { isPlainName } from './compile-name-path.ts';
import { compileSort } from './compile-sort.ts';
import type { Frame } from './frame.ts';
import { joinAt } from './join-at.ts';
import { siteAt } from './site-at.ts';
import { weightOf } from './weight-of.ts';

/** Turns all items at once into the step's result. */
type Whole = (items: readonly unknown[], frame: Frame, run: Run) => readonly unknown[];

export interface Step {
  /** Evaluated for every item; undefined where the step only sees all items at once. */
  readonly evaluate: Closure | undefined;
  /** Filters that are applied to the result for each item. */
  readonly filters: readonly Closure[];
  /** Gets the results for the items, without undefined ones; or the items themselves, where nothing was evaluated. */
  readonly finish: Whole;
  readonly site: CallSite;
  /** The steps that each item counts as. */
  readonly weight: number;
}

/** A step of a path without tuples. */
export function compileStep(step: Ir, isLast: boolean, compiler: Compiler): Step {
  const filters = (step.stages ?? []).flatMap((stage) => filterOf(stage, compiler));
  const site = siteAt(step);
  const weight = weightOf(step);
  if (step.kind === 'sort') {
    const finish = compileSortStep(compileSort(step, compiler), filters);
    return { evaluate: undefined, filters: [], finish, site, weight };
  }
  if (isPlainName(step) && compiler.around === undefined) {
    return { evaluate: undefined, filters: [], finish: byName(step.name, isLast, site), site, weight };
  }
  const finish: Whole = (results, _frame, run) => joinAt(site, run, results as Sequence, isLast);
  return { evaluate: compiler.compile(step), filters, finish, site, weight };
}

function byName(name: string, isLast: boolean, site: CallSite): Whole {
  return (items, _frame, run) => {
    try {
      return stepByName(run, items, name, isLast);
    } catch (error) {
      throw locate(error, site);
    }
  };
}

/** Filters after a sort see the sorted list as a whole. */
function compileSortStep(sort: Whole, filters: readonly Closure[]): Whole {
  if (filters.length === 0) return sort;
  return (items, frame, run) => {
    let sorted: unknown = sort(items, frame, run);
    for (const filter of filters) sorted = filter(sorted, frame, run);
    return sorted as readonly unknown[];
  };
}

/** There are no position variables here, because they make a path work on tuples. */
function filterOf(stage: StageIr, compiler: Compiler): Closure[] {
  return stage.kind === 'filter' ? [compileFilter(stage, compiler)] : [];
}
