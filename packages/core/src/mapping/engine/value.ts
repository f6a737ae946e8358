/**
 * An array that the engine made as the result of a path, filter or function. One without items means nothing, and one
 * with a single item means that item, once the expression that made it is done; see `settle`. Arrays of the data and
 * of array constructors are not sequences and stay arrays, whatever they hold.
 */
export interface Sequence extends Array<unknown> {
  isSequence: true;
  /** `[]` was written: a single item stays in its array. */
  keepsSingleton?: true;
  /** Its items are tuples: bindings by name, the item itself under `@`. */
  isTupleStream?: true;
  /** The input was an array; this sequence of one makes paths see it as one value. */
  isWrapper?: true;
}

/** An array constructor at an end of a path: paths do not flatten it. */
export interface ConstructedArray extends Array<unknown> {
  isConstructed: true;
}

export function emptySequence(): Sequence {
  const sequence = [] as unknown as Sequence;
  sequence.isSequence = true;
  return sequence;
}

/** A sequence of exactly this one item, even where it is undefined. */
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
 * Turns a finished expression's sequence into its value: an empty sequence becomes nothing, and one of a single item
 * becomes the item.
 */
export function settle(value: unknown): unknown {
  if (!isSequence(value) || value.isTupleStream === true || value.length > 1) return value;
  if (value.length === 0) return undefined;
  return value.keepsSingleton === true ? value : value[0];
}

/** An input as mappings see it: a list is one value, not many. */
export function asSingleInput(input: unknown): unknown {
  if (!Array.isArray(input) || isSequence(input)) return input;
  const wrapper = sequenceOf(input);
  wrapper.isWrapper = true;
  return wrapper;
}

/** True for what has fields: functions have none, arrays are handled item by item. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export type TypeName = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object' | 'function' | 'undefined';

export function typeName(value: unknown): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as TypeName;
}
