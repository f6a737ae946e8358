import { isSequence } from '../engine/value.ts';
import type { KindCompiler } from './closure.ts';
import { evalIn } from './eval-callable.ts';
import { settling } from './settling.ts';

export const compileVariable: KindCompiler<'variable'> = (ir, compiler) => {
  const settled = settling(ir);
  const { name } = ir;
  if (name === '') {
    return (input) => {
      if (!Array.isArray(input)) return input;
      return settled(isSequence(input) && input.isWrapper === true ? input[0] : input);
    };
  }
  if (name === 'eval' && compiler.isEvalAllowed) {
    const whereItStands = evalIn(compiler);
    return (_input, frame) => whereItStands(frame);
  }
  return (_input, frame) => {
    const value = frame.lookup(name);
    return typeof value === 'object' ? settled(value) : value;
  };
};

/** `%`: the step that it refers to has stored its input under the label. */
export const compileParent: KindCompiler<'parent'> = (ir) => {
  const settled = settling(ir);
  const { label } = ir.slot;
  return (_input, frame) => settled(frame.lookup(label));
};
