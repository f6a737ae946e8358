import { one, unstated } from './count.ts';
import { union } from './value.ts';
import { originsVia } from './sequence.ts';
import { join, unknownType, valueOf, type FunctionCall, type Value } from './value.ts';

/** Gives the result of calling a function value: that of any function it may be, or an unknown value. */
export function applyFunction(callee: Value, call: FunctionCall): Value {
  let result: Value | undefined;
  for (const type of callee.types) {
    if (type.kind !== 'function') continue;
    const value = type.apply(call);
    result = result === undefined ? value : join(result, value);
  }
  return result ?? unknownCall(call, callee);
}

/** The result of a function that nobody knows, or of one that calls itself. */
export function unknownCall({ args, site }: FunctionCall, callee?: Value): Value {
  const from = callee === undefined ? args : [...args, callee];
  return valueOf([unknownType], one | unstated, union({ kind: 'unknown', site }, originsVia('function', from)));
}
