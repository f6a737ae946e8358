import type { KindCompiler } from './closure.ts';
import { settling } from './settling.ts';

export const compileBlock: KindCompiler<'block'> = (ir, compiler) => {
  const settled = settling(ir);
  const before = compiler.bindings;
  const expressions = ir.expressions.map((expression) => compiler.compile(expression));
  const last = expressions.pop();
  if (last === undefined) return () => undefined;
  // Nobody can see the scope of a block that binds nothing.
  const hasScope = compiler.isEvalAllowed || compiler.bindings > before;
  if (!hasScope && expressions.length === 0) return (input, frame, run) => settled(last(input, frame, run));
  return (input, outer, run) => {
    const frame = hasScope ? outer.inner([], []) : outer;
    for (let index = 0; index < expressions.length; index += 1) expressions[index]?.(input, frame, run);
    return settled(last(input, frame, run));
  };
};

export const compileBind: KindCompiler<'bind'> = (ir, compiler) => {
  compiler.bindings += 1;
  const settled = settling(ir);
  const { name } = ir.target;
  const evaluate = compiler.compile(ir.value);
  return (input, frame, run) => {
    const value = evaluate(input, frame, run);
    frame.bind(name, value);
    return settled(value);
  };
};
