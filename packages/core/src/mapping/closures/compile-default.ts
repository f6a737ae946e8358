import { applyCallable } from '../engine/apply-callable.ts';
import { contextless } from '../engine/contextless.ts';
import { locate } from '../engine/locate.ts';
import type { Run } from '../engine/run.ts';
import { truthOf } from '../engine/truth-of.ts';
import type { Ir } from '../syntax/ir.ts';
import type { KindCompiler } from './closure.ts';
import type { Frame } from './frame.ts';
import { settling } from './settling.ts';

/** `left ?? right` calls `$exists` as it is bound at that place, like the reference. */
export const compileDefault: KindCompiler<'default'> = (ir, compiler) => {
  const settled = settling(ir);
  const left = compiler.compile(withoutTailCall(ir.left));
  const right = compiler.compile(ir.right);
  const site = { range: { start: ir.left.start, end: ir.left.end }, token: ir.operator };
  const isChain = ir.operator === '??';
  return (input, frame, run) => {
    const value = left(input, frame, run);
    let isKept: boolean;
    try {
      isKept = isChain ? exists(value, input, frame, run) : truthOf(run, value);
    } catch (error) {
      throw locate(error, site);
    }
    return settled(isKept ? value : right(input, frame, run));
  };
};

function exists(value: unknown, input: unknown, frame: Frame, run: Run): boolean {
  const bound = frame.lookup('exists');
  if (bound === frame.globals.get('exists')) return value !== undefined;
  return truthOf(run, applyCallable(run, bound, [contextless(value)], input));
}

/** The left side's value is tested before it becomes anybody's result. */
function withoutTailCall(ir: Ir): Ir {
  switch (ir.kind) {
    case 'call': {
      const { isTail: _, ...call } = ir;
      return call;
    }
    case 'conditional':
      return {
        ...ir,
        whenTrue: withoutTailCall(ir.whenTrue),
        whenFalse: ir.whenFalse && withoutTailCall(ir.whenFalse),
      };
    case 'default':
      return { ...ir, right: withoutTailCall(ir.right) };
    case 'block':
      return {
        ...ir,
        expressions: ir.expressions.map((each, index) =>
          index === ir.expressions.length - 1 ? withoutTailCall(each) : each,
        ),
      };
    default:
      return ir;
  }
}
