import { ArgumentCheck } from '../engine/argument-check.ts';
import { callableOf } from '../engine/callable.ts';
import type { KindCompiler } from './closure.ts';
import { weightOf } from './weight-of.ts';

/** A function keeps the context and the scope in which it was written. */
export const compileLambda: KindCompiler<'lambda'> = (ir, compiler) => {
  const names = ir.parameters.map(({ name }) => name);
  const body = compiler.compile(ir.body);
  const check = ir.signature && new ArgumentCheck(ir.signature);
  const traits = { arity: names.length, label: undefined, check, kind: 'lambda' } as const;
  // The call itself counts as one step.
  const further = weightOf(ir.body) - 1;
  if (further === 0) {
    return (input, frame) => callableOf((run, args) => body(input, frame.inner(names, args as unknown[]), run), traits);
  }
  return (input, frame) =>
    callableOf((run, args) => {
      run.spend(further);
      return body(input, frame.inner(names, args as unknown[]), run);
    }, traits);
};
