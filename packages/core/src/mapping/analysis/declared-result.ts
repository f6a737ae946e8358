import { many, none, one, unstated, type Count } from './count.ts';
import type { KnownCall } from './function-result.ts';
import { computed } from './sequence.ts';
import { nothing, unknownType, unknownValue, valueOf, type Type, type Value } from './value.ts';

/**
 * Gives the result that a signature declares, or nothing if a required argument is missing, because most functions pass
 * that on.
 */
export function declaredResult({ known, args }: KnownCall): Value {
  const { parameters } = known.signature;
  const needed = args.filter((_, index) => index === 0 || parameters[index]?.pattern.endsWith('?') === false);
  return computed([typeOfLetter(known.result)], parameters.length === 0 ? one : passedOn(...needed), args, known.name);
}

/** One value, or nothing if an argument is nothing. */
export const passedOn = (...args: readonly (Value | undefined)[]): Count =>
  args.reduce((count: Count, arg) => count | ((arg ?? nothing).count & (none | unstated)), one);

/** The same for functions that also give nothing for null. */
export const passedOnNull = (arg: Value = nothing): Count =>
  passedOn(arg) | (arg.types.some(({ kind }) => kind === 'null') ? none : 0);

function typeOfLetter(letters: string): Type {
  switch (letters.charAt(0)) {
    case 's':
      return { kind: 'string' };
    case 'n':
      return { kind: 'number' };
    case 'b':
      return { kind: 'boolean' };
    case 'o':
      return { kind: 'object', fields: new Map(), rest: unknownValue };
    case 'a':
      return { kind: 'list', items: valueOf([typeOfLetter(letters.slice(2))], one | many | unstated) };
    default:
      return unknownType;
  }
}
