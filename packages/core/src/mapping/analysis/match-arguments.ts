import type { Signature, SignatureParameter } from '../syntax/parse-signature.ts';
import { isAlwaysNone, mayBeMany, one } from './count.ts';
import { nothing, type Type, type Value } from './value.ts';

/**
 * Assigns the arguments to parameters, where the context replaces some and others are left out. Undefined when no value
 * that they may have fits. It works like the reference: a regular expression over type letters, greedy, from the left.
 */
export function matchArguments({ parameters }: Signature, args: readonly Value[], context: Value): Value[] | undefined {
  const letters = args.map(lettersOf);
  const match = (parameter: number, argument: number): Value[] | undefined => {
    const wanted = parameters[parameter];
    if (wanted === undefined) return argument === args.length ? [] : undefined;
    const value = args[argument];
    if (value !== undefined && accepts(wanted, letters[argument] ?? '')) {
      const isRepeated = wanted.pattern.endsWith('+');
      const rest = (isRepeated ? match(parameter, argument + 1) : undefined) ?? match(parameter + 1, argument + 1);
      if (rest !== undefined) return [value, ...rest];
    }
    if (!isOptional(wanted) || (wanted.takesContext && !accepts(wanted, lettersOf(context)))) return undefined;
    const rest = match(parameter + 1, argument);
    return rest === undefined ? undefined : [wanted.takesContext ? context : nothing, ...rest];
  };
  return match(0, 0);
}

const isOptional = ({ pattern }: SignatureParameter): boolean => pattern.endsWith('?');

/** Tells whether a parameter accepts one of the types that an argument may have. */
export function accepts({ pattern }: SignatureParameter, letters: string): boolean {
  if (letters.includes('?')) return true;
  const taken = pattern.replace(/[?+]+$/, '');
  for (const letter of letters) if (taken.includes(letter)) return true;
  return false;
}

/** Type letters of a signature that a value may have; `?` for a value that may be anything. */
export function lettersOf(value: Value): string {
  if (isAlwaysNone(value.count) || value.types.length === 0) return 'm';
  let letters = mayBeMany(value.count) ? 'a' : '';
  if ((value.count & one) !== 0) for (const type of value.types) letters += letterOf(type);
  return letters;
}

function letterOf(type: Type): string {
  switch (type.kind) {
    case 'unknown':
      return '?';
    case 'null':
      return 'l';
    case 'boolean':
      return 'b';
    case 'number':
      return 'n';
    case 'string':
      return 's';
    case 'object':
      return 'o';
    case 'list':
      return 'a';
    case 'function':
      return 'f';
  }
}
