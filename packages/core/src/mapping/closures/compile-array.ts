import { appendTo } from '../engine/append.ts';
import { locate } from '../engine/locate.ts';
import type { Run } from '../engine/run.ts';
import type { ConstructedArray } from '../engine/value.ts';
import type { KindCompiler } from './closure.ts';

export const compileArray: KindCompiler<'array'> = (ir, compiler) => {
  const { isConstructed } = ir;
  const site = { range: { start: ir.start, end: ir.end }, token: '[' };
  const items = ir.items.map((item) => compiler.compile(item));
  const isNested = ir.items.map(({ kind }) => kind === 'array');
  return (input, frame, run) => {
    let list: unknown[] = [];
    for (let index = 0; index < items.length; index += 1) {
      const value = items[index]?.(input, frame, run);
      if (value === undefined) continue;
      if (isNested[index] === true || !Array.isArray(value)) list.push(value);
      else {
        try {
          list = appended(run, list, value);
        } catch (error) {
          throw locate(error, site);
        }
      }
    }
    if (isConstructed === true) (list as unknown as ConstructedArray).isConstructed = true;
    return list;
  };
};

/** The first list is copied in one go. */
function appended(run: Run, list: unknown[], more: readonly unknown[]): unknown[] {
  if (list.length === 0) {
    run.checkItems(more.length);
    run.spend(more.length >> 4);
    return more.slice();
  }
  appendTo(run, list, more);
  return list;
}
