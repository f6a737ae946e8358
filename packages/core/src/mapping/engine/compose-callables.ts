import { applyCallable, TailCall } from './apply-callable.ts';
import { callableOf, type Callable, type CallSite } from './callable.ts';
import { contextless } from './contextless.ts';
import { settle } from './value.ts';

/** `first ~> second` for two functions: calls the second with what the first gives for one argument. */
export function composeCallables(first: Callable, second: Callable, site: CallSite): Callable {
  return callableOf(
    (run, [argument]) => new TailCall(second, [settle(applyCallable(run, first, [contextless(argument)], null))], site),
    { arity: 1, label: undefined, check: undefined, kind: 'lambda' },
  );
}
