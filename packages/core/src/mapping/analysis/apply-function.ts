import { one, unstated } from './count.ts';
import { union } from './value.ts';
import { originsVia } from './sequence.ts';
import { join, unknownType, valueOf, type FunctionCall, type Value } from './value.ts';

/**
 * Gives the result of calling a function value. If it may be any of several functions, their results are combined; if
 * it is not known, the result is unknown.
 */
export function applyFunction(callee: Value, call: FunctionCall): Value {
  let result: Value | undefined;
  for (const type of callee.types) {
    if (type.kind !== 'function') continue;
    const value = type.apply(call);
    result = result === undefined ? value : join(result, value);
  }
  return result ?? unknownCall(call, callee);
}

/** The result of an unknown function, or of one that calls itself. */
export function unknownCall({ args, site }: FunctionCall, callee?: Value): Value {
  const from = callee === undefined ? args : [...args, callee];
  return valueOf([unknownType], one | unstated, union({ kind: 'unknown', site }, originsVia('function', from)));
}
