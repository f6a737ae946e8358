import { integerRange } from '../engine/integer-range.ts';
import { locate } from '../engine/locate.ts';
import type { KindCompiler } from './closure.ts';
import { settling } from './settling.ts';
import { siteAt } from './site-at.ts';

export const compileRange: KindCompiler<'range'> = (ir, compiler) => {
  const settled = settling(ir);
  const from = compiler.compile(ir.from);
  const to = compiler.compile(ir.to);
  const site = { ...siteAt(ir), token: '..' };
  return (input, frame, run) => {
    const first = from(input, frame, run);
    const last = to(input, frame, run);
    try {
      return settled(integerRange(run, first, last));
    } catch (error) {
      throw locate(error, site);
    }
  };
};
