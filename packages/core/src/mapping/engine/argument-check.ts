import type { Signature, SignatureParameter } from '../syntax/parse-signature.ts';
import { failureOf } from './failure-of.ts';
import type { Run } from './run.ts';
import { compileSafeRegex } from './safe-regex.ts';

/** A parameter in the form that the check uses. */
interface Expected {
  /** One bit per accepted type; see `bitOf`. */
  readonly types: number;
  readonly isOptional: boolean;
  readonly isList: boolean;
  readonly subtype: string | undefined;
  readonly takesContext: boolean;
}

/**
 * Checks arguments against a signature and completes them, like the reference: arguments are assigned to parameters by
 * matching the signature, as a regular expression, against one letter per argument.
 */
export class ArgumentCheck {
  readonly signature: Signature;
  /** Some parameter is taken from the context when it is missing. */
  readonly usesContext: boolean;
  readonly #parameters: readonly Expected[];
  readonly #pattern: string;
  /** No parameter takes several arguments. A call whose arguments fit one by one then needs no matching. */
  readonly #isPlain: boolean;
  /** Some parameter requires a list of values of one type, so every item is checked. */
  readonly #looksIntoLists: boolean;
  /** Cached matches. They depend only on the argument types, and most calls of a function have the same ones. */
  readonly #shares = new Map<string, readonly string[] | null>();

  constructor(signature: Signature) {
    this.signature = signature;
    this.usesContext = signature.parameters.some(({ takesContext }) => takesContext);
    this.#parameters = signature.parameters.map(expectedOf);
    this.#pattern = `^${signature.parameters.map(({ pattern }) => `(${pattern})`).join('')}$`;
    this.#looksIntoLists = signature.parameters.some(({ subtype }) => subtype !== undefined);
    this.#isPlain = signature.parameters.every(({ pattern }) => plainPattern.test(pattern));
  }

  /**
   * Returns the arguments that the function gets: missing ones are taken from the context, and single values become
   * lists, where the signature says so.
   * @throws EvaluationFailure `T0410`, `T0411`, `T0412`
   */
  complete(run: Run, args: readonly unknown[], context: unknown, label: string | undefined): readonly unknown[] {
    if (this.#looksIntoLists) spendOnLists(run, args);
    if (this.#fitsAsItIs(args)) return args;
    let types = '';
    for (const argument of args) types += letterOf(argument);
    const shares = this.#sharesOf(run, types);
    if (shares === null) throw this.#mismatch(run, args, types, label);
    const completed: unknown[] = [];
    let index = 0;
    for (let position = 0; position < shares.length; position += 1) {
      const parameter = this.#parameters[position] as Expected;
      const taken = shares[position] ?? '';
      if (taken === '' && parameter.takesContext) {
        if ((parameter.types & bitOf(context)) === 0) {
          throw failureOf('T0411', { token: label, value: context, index: index + 1 });
        }
        completed.push(context);
      } else if (taken === '') {
        completed.push(args[index]);
        index += 1;
      }
      for (const letter of taken) {
        completed.push(
          parameter.isList ? listOf(args[index], { parameter, letter, taken, index, label }) : args[index],
        );
        index += 1;
      }
    }
    return completed;
  }

  /** Only checks that each present argument has a type that its parameter accepts. @throws EvaluationFailure `T0410` */
  requireTypes(args: readonly unknown[], label: string | undefined): void {
    for (const [index, { types }] of this.#parameters.entries()) {
      const value = args[index];
      if (value !== undefined && (types & bitOf(value)) === 0) {
        throw failureOf('T0410', { token: label, value, index: index + 1 });
      }
    }
  }

  /** Returns, for each parameter, the letters of the arguments assigned to it; null if the arguments do not fit. */
  #sharesOf(run: Run, types: string): readonly string[] | null {
    const known = this.#shares.get(types);
    if (known !== undefined) return known;
    // Many optional or repeated parameters can be matched in exponentially many ways.
    const match = compileSafeRegex(this.#pattern, '').exec(run, types);
    const shares = match === null ? null : match.slice(1).map((taken: string | undefined) => taken ?? '');
    if (this.#shares.size < maxShares) this.#shares.set(types, shares);
    return shares;
  }

  #fitsAsItIs(args: readonly unknown[]): boolean {
    const parameters = this.#parameters;
    if (!this.#isPlain || args.length > parameters.length) return false;
    for (let index = 0; index < parameters.length; index += 1) {
      const parameter = parameters[index];
      if (parameter === undefined) return false;
      if (index >= args.length) {
        if (!parameter.isOptional || parameter.takesContext) return false;
      } else if (!fits(parameter, args[index])) return false;
    }
    return true;
  }

  #mismatch(run: Run, args: readonly unknown[], letters: string, label: string | undefined) {
    let pattern = '^';
    let fitting = 0;
    for (const parameter of this.signature.parameters) {
      pattern += parameter.pattern;
      const match = compileSafeRegex(pattern, '').exec(run, letters);
      if (match === null) break;
      fitting = match[0].length;
    }
    return failureOf('T0410', { token: label, value: args[fitting], index: fitting + 1 });
  }
}

const maxShares = 50;
const plainPattern = /^(?:\[[a-z]+\]|[a-z])\??$/;

function expectedOf({ type, subtype, takesContext, pattern }: SignatureParameter): Expected {
  return {
    types: typesIn(pattern.replace(/\?$/, '')),
    isOptional: pattern.endsWith('?'),
    isList: type === 'a',
    subtype,
    takesContext,
  };
}

/** Letters of signatures; `m` is a missing value. The bit of a letter is two to the power of its place. */
const letters = 'snblaofm';

function typesIn(pattern: string): number {
  let types = 0;
  for (let place = 0; place < letters.length; place += 1) {
    if (pattern.includes(letters.charAt(place))) types |= 1 << place;
  }
  return types;
}

function letterOf(value: unknown): string {
  return letters.charAt(31 - Math.clz32(bitOf(value)));
}

function bitOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return 1;
    case 'number':
      return 2;
    case 'boolean':
      return 4;
    case 'object':
      if (value === null) return 8;
      return Array.isArray(value) ? 16 : 32;
    case 'function':
      return 64;
    default:
      return 128;
  }
}

function fits(parameter: Expected, value: unknown): boolean {
  if (parameter.isList) {
    return (
      value === undefined ||
      (Array.isArray(value) &&
        (parameter.subtype === undefined || value.length === 0 || hasOnly(value, parameter.subtype)))
    );
  }
  return (parameter.types & bitOf(value)) !== 0;
}

interface Place {
  readonly parameter: Expected;
  readonly letter: string;
  /** All arguments of the parameter, as letters. */
  readonly taken: string;
  readonly index: number;
  readonly label: string | undefined;
}

function spendOnLists(run: Run, args: readonly unknown[]): void {
  for (const argument of args) if (Array.isArray(argument)) run.spend(argument.length >> 3);
}

function listOf(value: unknown, { parameter: { subtype }, letter, taken, index, label }: Place): unknown {
  if (letter === 'm') return undefined;
  const isRight =
    subtype === undefined || (Array.isArray(value) ? value.length === 0 || hasOnly(value, subtype) : taken === subtype);
  if (!isRight) throw failureOf('T0412', { token: label, value, index: index + 1, type: plurals.get(subtype) });
  return Array.isArray(value) ? value : [value];
}

/**
 * Tells whether all items have the declared type. Only its first letter counts: `a<a<n>>` accepts lists of any lists.
 */
function hasOnly(list: readonly unknown[], subtype: string): boolean {
  const type = typesIn(subtype.charAt(0));
  for (const item of list) if (bitOf(item) !== type) return false;
  return true;
}

const plurals: ReadonlyMap<string, string> = new Map([
  ['a', 'lists'],
  ['b', 'booleans'],
  ['f', 'functions'],
  ['n', 'numbers'],
  ['o', 'objects'],
  ['s', 'texts'],
]);
