import { locate } from '../engine/locate.ts';
import { orderItems } from '../engine/order-items.ts';
import type { Run } from '../engine/run.ts';
import type { Tuple } from '../engine/tuple.ts';
import { isTupleStream } from '../engine/value.ts';
import type { SortIr } from '../syntax/ir.ts';
import type { Compiler } from './closure.ts';
import type { Frame } from './frame.ts';
import { weightOf } from './weight-of.ts';

/** Sorts a step's input. One item, or none, is returned as it is. */
export function compileSort({ terms, start, end }: SortIr, compiler: Compiler) {
  const directions = terms.map(({ isDescending }) => isDescending);
  const closures = terms.map(({ expression }) => compiler.compile(expression));
  const weight = weightOf(...terms.map(({ expression }) => expression));
  const site = { range: { start, end }, token: '^' };
  return (items: readonly unknown[], frame: Frame, run: Run): readonly unknown[] => {
    const isTuples = isTupleStream(items);
    try {
      run.spend(items.length * weight);
      return orderItems(run, items, directions, (item, term) =>
        isTuples
          ? closures[term]?.((item as Tuple)['@'], frame.ofTuple(item as Tuple), run)
          : closures[term]?.(item, frame, run),
      );
    } catch (error) {
      throw locate(error, site);
    }
  };
}
