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

/** The kinds that JSON data, or nothing, can have. */
export const anyData = 1 | 2 | 4 | 8 | 16 | 32 | 128;
export const anything = anyData | kinds.callable;
const alwaysPlain = kinds.text | kinds.boolean | kinds.null | kinds.missing;

/** A value in generated code. */
export interface Operand {
  /** JavaScript that gives it: the name of a constant or a literal, so that it can be written several times. */
  readonly code: string;
  readonly kinds: number;
  /**
   * `code` is an array of items that a path or function gave, and the value is what the reference makes of such a
   * sequence: nothing without items, the item if there is one, else the list.
   */
  readonly isGathered?: true;
  /** A number, if it is one, that is finite: because JSON has no others, or because it was checked. */
  readonly isFinite?: true;
  /** Made for the result: plain JSON throughout, counted, and not held by anybody else. */
  readonly isPlain?: true;
  /**
   * The engine's own value of this list has other marks than the one that generated code would hand on: one that `[]` has
   * kept is a sequence there, and one that was sorted is none. `$distinct` asks for them.
   */
  readonly isMarked?: true;
  /** A regular expression that nobody else uses, and code for one of JavaScript's that does for short texts. */
  readonly regex?: { readonly code: string; readonly isNeverEmpty: boolean };
  readonly literal?: string | number | boolean | null;
  /** Values that this had when data seen before was mapped: they decide what is expected, never what is right. */
  readonly samples?: readonly unknown[];
}

export function literalOperand(literal: string | number | boolean | null): Operand {
  return { code: literalCode(literal), kinds: kindOf(literal), literal, isFinite: true, isPlain: true };
}

/**
 * Writes numbers in brackets, so that a sign or a point behind them means what it should. A negative zero stays one.
 */
function literalCode(literal: string | number | boolean | null): string {
  if (typeof literal !== 'number') return quote(literal);
  return Object.is(literal, -0) ? '(-0)' : `(${literal})`;
}

/** Texts as JSON, which is JavaScript too: nothing that the author wrote becomes code. */
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

/** No copy or check is needed before it becomes part of the result. */
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

/** Some sample is of this kind; false without samples. */
export function seenAs({ samples }: Operand, kind: number): boolean {
  return samples?.some((sample) => (kindOf(sample) & kind) !== 0) ?? false;
}

/** The context of the whole mapping when its input is a list: a sequence that holds the list as its one item. */
export const wrapper: Operand = { code: 'wrapped', kinds: kinds.list };

/**
 * The list in the wrapper. Generated code takes only lists of two items or more that are no lists themselves, and these
 * are the same as gathered ones.
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
