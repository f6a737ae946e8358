import { applyCallable } from './apply-callable.ts';
import { callableOf, isCallable } from './callable.ts';

/**
 * An argument as the called function gets it. A function that is passed as an argument does not get the context of its
 * later caller, as in the reference. Most functions do not ask for one and stay as they are.
 */
export function contextless(argument: unknown): unknown {
  if (!isCallable(argument) || argument.check?.usesContext !== true) return argument;
  const { arity, label, kind } = argument;
  return callableOf((run, args) => applyCallable(run, argument, args, null), { arity, label, check: undefined, kind });
}
