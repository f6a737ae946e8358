import { callableOf, type Callable } from './callable.ts';
import { failureOf } from './failure-of.ts';

/** Stands for an argument that will be passed later. */
export const placeholder: unique symbol = Symbol('placeholder');

/**
 * `callee(a, ?)`: a function of the arguments that will be passed later. As in the reference, the callee's signature no
 * longer applies: nothing is completed or taken from the context. But a builtin refuses arguments for which it is not
 * made, where the reference returns whatever JavaScript happens to compute.
 */
export function applyPartially(callee: Callable, given: readonly unknown[]): Callable {
  const declared = callee.check?.signature.parameters.length ?? callee.arity;
  const args = given.slice(0, Math.max(declared, callee.arity));
  const { label, kind } = callee;
  const check = kind === 'builtin' ? callee.check : undefined;
  return callableOf(
    (run, rest, context) => {
      let taken = 0;
      const all = args.map((argument) => (argument === placeholder ? rest[taken++] : argument));
      check?.requireTypes(all, label);
      try {
        return callee(run, all, context);
      } catch (error) {
        // A builtin met a value of a type that its signature would have refused.
        if (error instanceof TypeError) throw failureOf('T0410', { token: label, value: all[0], cause: error });
        throw error;
      }
    },
    { arity: args.filter((argument) => argument === placeholder).length, label, check: undefined, kind },
  );
}
