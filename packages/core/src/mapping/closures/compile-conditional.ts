import type { Closure, KindCompiler } from './closure.ts';
import { settling } from './settling.ts';
import { siteAt } from './site-at.ts';
import { truthAt } from './truth-at.ts';

const nothing: Closure = () => undefined;

export const compileConditional: KindCompiler<'conditional'> = (ir, compiler) => {
  const settled = settling(ir);
  const condition = compiler.compile(ir.condition);
  const whenTrue = compiler.compile(ir.whenTrue);
  const whenFalse = ir.whenFalse === undefined ? nothing : compiler.compile(ir.whenFalse);
  const site = { ...siteAt(ir.condition), token: '?' };
  return (input, frame, run) => {
    const isTrue = truthAt(site, run, condition(input, frame, run));
    return settled(isTrue ? whenTrue(input, frame, run) : whenFalse(input, frame, run));
  };
};
