import { filterByIndex } from '../engine/filter-by-index.ts';
import { locate } from '../engine/locate.ts';
import { timesSelected } from '../engine/times-selected.ts';
import type { Tuple } from '../engine/tuple.ts';
import { emptySequence, isTupleStream } from '../engine/value.ts';
import type { FilterIr } from '../syntax/ir.ts';
import type { Closure, Compiler } from './closure.ts';
import { weightOf } from './weight-of.ts';

/**
 * Filters the value that it gets as input. It returns a sequence, or the item at a position. A missing value counts as
 * one item.
 */
export function compileFilter({ predicate, start, end }: FilterIr, compiler: Compiler): Closure {
  if (predicate.kind === 'literal' && typeof predicate.value === 'number') {
    const index = predicate.value;
    return (input) => filterByIndex(input, index);
  }
  const test = compiler.compile(predicate);
  const weight = weightOf(predicate);
  const site = { range: { start, end }, token: '[' };
  return (input, frame, run) => {
    const found = emptySequence();
    const items: readonly unknown[] = Array.isArray(input) ? input : [input];
    const isTuples = isTupleStream(input);
    if (isTuples) found.isTupleStream = true;
    for (let index = 0; index < items.length; index += 1) {
      if ((run.ticks -= weight) < 0) run.nextSlice();
      const item = items[index];
      const answer = isTuples ? test((item as Tuple)['@'], frame.ofTuple(item as Tuple), run) : test(item, frame, run);
      if (answer === false || answer === undefined) continue;
      if (answer === true) found.push(item);
      else {
        try {
          let times = timesSelected(run, answer, index, items.length);
          for (; times > 0; times -= 1) found.push(item);
        } catch (error) {
          throw locate(error, site);
        }
      }
    }
    run.checkItems(found.length);
    return found;
  };
}
