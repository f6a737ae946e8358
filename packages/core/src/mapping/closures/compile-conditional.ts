import { locate } from '../engine/locate.ts';
import { truthOf } from '../engine/truth-of.ts';
import type { Closure, KindCompiler } from './closure.ts';
import { settling } from './settling.ts';

const nothing: Closure = () => undefined;

export const compileConditional: KindCompiler<'conditional'> = (ir, compiler) => {
  const settled = settling(ir);
  const condition = compiler.compile(ir.condition);
  const whenTrue = compiler.compile(ir.whenTrue);
  const whenFalse = ir.whenFalse === undefined ? nothing : compiler.compile(ir.whenFalse);
  const site = { range: { start: ir.condition.start, end: ir.condition.end }, token: '?' };
  return (input, frame, run) => {
    const answer = condition(input, frame, run);
    let isTrue: boolean;
    try {
      isTrue = truthOf(run, answer);
    } catch (error) {
      throw locate(error, site);
    }
    return settled(isTrue ? whenTrue(input, frame, run) : whenFalse(input, frame, run));
  };
};
