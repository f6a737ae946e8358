import type { Interpreter } from './interpreter.ts';
import type { KnownFunction } from './known-functions.ts';
import type { FunctionCall, Value } from './value.ts';

/** A call with its arguments put parameter by parameter. */
export interface KnownCall extends FunctionCall {
  readonly interpreter: Interpreter;
  readonly known: KnownFunction;
}

/** Infers a function's result from its arguments, as far as that is possible. */
export type FunctionResult = (call: KnownCall) => Value;
