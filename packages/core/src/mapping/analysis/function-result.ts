import type { Interpreter } from './interpreter.ts';
import type { KnownFunction } from './known-functions.ts';
import type { FunctionCall, Value } from './value.ts';

/** A call with its arguments put parameter by parameter. */
export interface KnownCall extends FunctionCall {
  readonly interpreter: Interpreter;
  readonly known: KnownFunction;
}

/** What a function gives, as far as that can be told from what it is given. */
export type FunctionResult = (call: KnownCall) => Value;
