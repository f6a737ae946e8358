import type { Interpreter } from './interpreter.ts';
import type { KnownFunction } from './known-functions.ts';
import type { FunctionCall, Value } from './value.ts';

/** A call whose arguments are assigned to parameters. */
export interface KnownCall extends FunctionCall {
  readonly interpreter: Interpreter;
  readonly known: KnownFunction;
}

/** Infers a function's result from its arguments, as far as that is possible. */
export type FunctionResult = (call: KnownCall) => Value;
