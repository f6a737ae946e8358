import { lookupName } from '../engine/lookup-name.ts';
import { selectDescendants } from '../engine/select-descendants.ts';
import { selectWildcard } from '../engine/select-wildcard.ts';
import type { KindCompiler } from './closure.ts';
import { settling } from './settling.ts';

export const compileName: KindCompiler<'name'> = (ir) => {
  const settled = settling(ir);
  const { name } = ir;
  return (input, _frame, run) => settled(lookupName(run, input, name));
};

export const compileWildcard: KindCompiler<'wildcard'> = (ir) => {
  const settled = settling(ir);
  return (input, _frame, run) => settled(selectWildcard(run, input));
};

export const compileDescendant: KindCompiler<'descendant'> = (ir) => {
  const settled = settling(ir);
  return (input, _frame, run) => settled(selectDescendants(run, input));
};
