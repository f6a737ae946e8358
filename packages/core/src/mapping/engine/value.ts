/**
 * An array that the engine made as the result of a path, filter or function. Once the expression that made it is done,
 * an empty one becomes nothing, and one with a single item becomes that item; see `settle`. Arrays in the data and from
 * array constructors are not sequences and stay arrays, whatever they contain.
 */
export interface Sequence extends Array<unknown> {
  isSequence: true;
  /** `[]` was written, so a single item stays in its array. */
  keepsSingleton?: true;
  /** Its items are tuples: bindings by name, with the item itself under `@`. */
  isTupleStream?: true;
  /** The input was an array. This sequence of one makes paths treat it as one value. */
  isWrapper?: true;
}

/** An array constructor at the start or end of a path, which paths do not flatten. */
export interface ConstructedArray extends Array<unknown> {
  isConstructed: true;
}

export function emptySequence(): Sequence {
  const sequence = [] as unknown as Sequence;
  sequence.isSequence = true;
  return sequence;
}

/** A sequence of exactly this one item, even if it is undefined. */
export function sequenceOf(item: unknown): Sequence {
  const sequence = [item] as unknown as Sequence;
  sequence.isSequence = true;
  return sequence;
}

export function isSequence(value: unknown): value is Sequence {
  return Array.isArray(value) && (value as Partial<Sequence>).isSequence === true;
}

export function isTupleStream(value: unknown): value is Sequence {
  return Array.isArray(value) && (value as Partial<Sequence>).isTupleStream === true;
}

export function isConstructed(value: unknown): value is ConstructedArray {
  return Array.isArray(value) && (value as Partial<ConstructedArray>).isConstructed === true;
}

/**
 * Turns the sequence of a finished expression into its value: an empty sequence becomes nothing, and a sequence of one
 * becomes its item.
 */
export function settle(value: unknown): unknown {
  if (!isSequence(value) || value.isTupleStream === true || value.length > 1) return value;
  if (value.length === 0) return undefined;
  return value.keepsSingleton === true ? value : value[0];
}

/** Wraps an input for mappings, to which a list is one value, not many. */
export function asSingleInput(input: unknown): unknown {
  if (!Array.isArray(input) || isSequence(input)) return input;
  const wrapper = sequenceOf(input);
  wrapper.isWrapper = true;
  return wrapper;
}

/** True for values with fields. Functions have none, and arrays are handled item by item. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export type TypeName = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object' | 'function' | 'undefined';

export function typeName(value: unknown): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as TypeName;
}
