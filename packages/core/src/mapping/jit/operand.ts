/** The kinds of value, as bits; `missing` is JavaScript's undefined. */
export const kinds = {
  text: 1,
  number: 2,
  boolean: 4,
  null: 8,
  record: 16,
  list: 32,
  callable: 64,
  missing: 128,
} as const;

/** The kinds that JSON data, or a missing value, can have. */
export const anyData = 1 | 2 | 4 | 8 | 16 | 32 | 128;
export const anything = anyData | kinds.callable;
const alwaysPlain = kinds.text | kinds.boolean | kinds.null | kinds.missing;

/** A value in generated code. */
export interface Operand {
  /** The JavaScript for it: the name of a constant or a literal, so that it can be used several times. */
  readonly code: string;
  readonly kinds: number;
  /**
   * `code` is an array of items that a path or function gave. The value is what the reference makes of such a sequence:
   * nothing without items, a single item, or else the list.
   */
  readonly isGathered?: true;
  /** If it is a number, it is finite, because JSON has no others or because it was checked. */
  readonly isFinite?: true;
  /** Made for the result: plain JSON throughout, counted, and not referenced by anything else. */
  readonly isPlain?: true;
  /**
   * The engine's own value of this list has other marks than generated code would pass on: a list that `[]` has kept is
   * a sequence there, and a sorted one is not. This matters to `$distinct`.
   */
  readonly isMarked?: true;
  /** A regular expression that nobody else uses, and code for a JavaScript one that can be used for short texts. */
  readonly regex?: { readonly code: string; readonly isNeverEmpty: boolean };
  readonly literal?: string | number | boolean | null;
  /** The values that it had in samples. They decide what is expected, never what is correct. */
  readonly samples?: readonly unknown[];
}

export function literalOperand(literal: string | number | boolean | null): Operand {
  return { code: literalCode(literal), kinds: kindOf(literal), literal, isFinite: true, isPlain: true };
}

/**
 * Writes negative numbers in brackets, so that a following sign or point is read correctly. Negative zero is preserved.
 */
function literalCode(literal: string | number | boolean | null): string {
  if (typeof literal !== 'number') return quote(literal);
  return Object.is(literal, -0) ? '(-0)' : `(${literal})`;
}

/** Writes texts as JSON, which is also JavaScript. Nothing that the author wrote becomes code. */
export function quote(value: string | number | boolean | null): string {
  return JSON.stringify(value);
}

export const nothing: Operand = { code: 'undefined', kinds: kinds.missing, isPlain: true };

export function canBe(operand: Operand, kind: number): boolean {
  return (operand.kinds & kind) !== 0;
}

export function isOnly(operand: Operand, kind: number): boolean {
  return operand.isGathered !== true && (operand.kinds & ~kind) === 0;
}

/** It needs no copy or check before it becomes part of the result. */
export function isPlainOperand(operand: Operand): boolean {
  return operand.isPlain === true || isOnly(operand, alwaysPlain);
}

export function kindOf(value: unknown): number {
  if (value === null) return kinds.null;
  if (Array.isArray(value)) return kinds.list;
  switch (typeof value) {
    case 'string':
      return kinds.text;
    case 'number':
      return kinds.number;
    case 'boolean':
      return kinds.boolean;
    case 'object':
      return kinds.record;
    case 'function':
      return kinds.callable;
    default:
      return kinds.missing;
  }
}

/** True if some sample is of this kind; false without samples. */
export function seenAs({ samples }: Operand, kind: number): boolean {
  return samples?.some((sample) => (kindOf(sample) & kind) !== 0) ?? false;
}

/** The context of the whole mapping when its input is a list: a sequence with the list as its only item. */
export const wrapper: Operand = { code: 'wrapped', kinds: kinds.list };

/**
 * The list in the wrapper. Generated code only takes lists of at least two items that are not lists themselves. These
 * behave like gathered ones.
 */
export function unwrapped(input: Operand): Operand {
  const items = input.samples?.flatMap((sample) => (Array.isArray(sample) ? (sample as readonly unknown[]) : []));
  return {
    code: input.code,
    kinds: anyData & ~kinds.list & ~kinds.missing,
    isGathered: true,
    isFinite: true,
    ...(items && { samples: items.slice(0, 100) }),
  };
}
