import { appendTo } from '../engine/append.ts';
import { locate } from '../engine/locate.ts';
import type { Run } from '../engine/run.ts';
import type { ConstructedArray } from '../engine/value.ts';
import type { KindCompiler } from './closure.ts';

export const compileArray: KindCompiler<'array'> = (ir, compiler) => {
  const { isConstructed } = ir;
  const site = { range: { start: ir.start, end: ir.end }, token: '[' };
  const items = ir.items.map((item) => ({ evaluate: compiler.compile(item), isNested: item.kind === 'array' }));
  return (input, frame, run) => {
    let list: unknown[] = [];
    for (const { evaluate, isNested } of items) {
      const value = evaluate(input, frame, run);
      if (value === undefined) continue;
      if (isNested || !Array.isArray(value)) list.push(value);
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

/** The first list is copied at a stroke. */
function appended(run: Run, list: unknown[], more: readonly unknown[]): unknown[] {
  if (list.length === 0) {
    run.checkItems(more.length);
    run.spend(more.length >> 4);
    return more.slice();
  }
  appendTo(run, list, more);
  return list;
}
