import type { JsonSchema } from '../../connector/json-schema.ts';
import { many, one, present, unstated, type Count } from './count.ts';
import { touch } from '../work-meter.ts';
import type { Site } from './site.ts';
import type { SourcePath } from './source-path.ts';

/** What is known about an expression's value without evaluating it. It is immutable. */
export interface Value {
  /** The types that one item may have. Empty if there is never an item. */
  readonly types: readonly Type[];
  /** The number of items. Several items are a sequence, which is an array at run time. */
  readonly count: Count;
  /** The places in the sources that hold exactly this value; several if it may come from any of them. */
  readonly at: readonly Located[];
  /** Everything else that contributes to it. */
  readonly through: Origin | undefined;
}

/** How a source contributes to a value; `direct` if the value is made of it. */
export type Via = 'direct' | 'function' | 'lookup' | 'condition' | 'filter' | 'sort' | 'group';

/**
 * Where a value comes from, as a graph that is walked only on demand. Building it costs one object per step, whatever
 * is below.
 */
export type Origin =
  | { readonly kind: 'read'; readonly path: SourcePath; readonly site: Site }
  | { readonly kind: 'union'; readonly parts: readonly Origin[] }
  | { readonly kind: 'via'; readonly via: Via; readonly name: string | undefined; readonly inner: Origin }
  /** A value with everything inside it. */
  | { readonly kind: 'value'; readonly value: Value }
  /** Something unknown, such as the result of an unknown function. */
  | { readonly kind: 'unknown'; readonly site: Site };

/** A place in the sources, and where the text reads it. */
export interface Located {
  readonly path: SourcePath;
  readonly site: Site;
}

export type Type =
  | UnknownType
  | NullType
  | BooleanType
  | NumberType
  | StringType
  | ObjectType
  | ListType
  | FunctionType;

export interface UnknownType {
  readonly kind: 'unknown';
}
export interface NullType {
  readonly kind: 'null';
}
export interface BooleanType {
  readonly kind: 'boolean';
  readonly value?: boolean;
  /** What is known to exist once this was true, or false. */
  readonly whenTrue?: readonly Fact[];
  readonly whenFalse?: readonly Fact[];
}
export interface NumberType {
  readonly kind: 'number';
  readonly value?: number;
  readonly isInteger?: true;
  readonly unit?: string;
  readonly schema?: JsonSchema;
}
export interface StringType {
  readonly kind: 'string';
  /** All the values that it can have. */
  readonly values?: readonly string[];
  /** A format of JSON Schema, or `decimal`, `currency`, `country`. */
  readonly format?: string;
  readonly unit?: string;
  readonly schema?: JsonSchema;
}
export interface ObjectType {
  readonly kind: 'object';
  readonly fields: ReadonlyMap<string, Field>;
  /** The type of fields that `fields` does not name; undefined when there are none. */
  readonly rest: Value | undefined;
  /** The schema lists its fields but does not forbid others. Reading another one is a warning, not an error. */
  readonly isDeclared?: true;
  /** Names of fields that are allowed although they are not listed. */
  readonly custom?: readonly RegExp[];
  /** Set for an object from a schema: the origins of its fields follow from the origin of the object. */
  readonly isSource?: true;
  readonly title?: string;
  /** The constructor with which the text builds it. */
  readonly written?: Site;
}
export interface ListType {
  readonly kind: 'list';
  /** An item; its count is the number of items. */
  readonly items: Value;
  readonly isSource?: true;
  /** The items that an array constructor appends to each other. */
  readonly parts?: readonly Value[];
}
export interface FunctionType {
  readonly kind: 'function';
  /** The name without the `$`. */
  readonly label: string | undefined;
  /** The number of arguments that a higher-order function passes it. */
  readonly arity: number;
  readonly apply: (call: FunctionCall) => Value;
}

/** The arguments, their ranges where the text writes them, the range of the call, and the value of `$` there. */
export interface FunctionCall {
  readonly args: readonly Value[];
  readonly sites: readonly Site[];
  readonly site: Site;
  readonly context: Value;
}

export interface Field {
  readonly value: Value;
  /** Of a target: the system sets it, and nobody else can. */
  readonly isReadOnly?: true;
  /** The ranges of the name and of the value in the text. */
  readonly key?: Site;
  readonly site?: Site;
}

/** `path` below `root` exists. With `level` 2 it is also not null, and with 3 it is truthy. */
export interface Fact {
  readonly root: Value;
  readonly path: string;
  readonly level: 1 | 2 | 3;
}

export function union(a: Origin | undefined, b: Origin | undefined): Origin | undefined {
  if (a === undefined || a === b) return b;
  return b === undefined ? a : { kind: 'union', parts: [a, b] };
}

export const unknownType: UnknownType = { kind: 'unknown' };
export const nullType: NullType = { kind: 'null' };
export const noPlaces: readonly Located[] = [];

export function valueOf(types: readonly Type[], count: Count = one, through?: Origin): Value {
  return { types, count, at: noPlaces, through };
}

export const nothing: Value = valueOf([], 1);
export const unknownValue: Value = valueOf([unknownType], one | unstated);

/** One of the two values. */
export function join(a: Value, b: Value): Value {
  if (a === b) return a;
  return {
    types: joinTypes(a.types, b.types),
    count: a.count | b.count,
    at: joinPlaces(a.at, b.at),
    through: union(a.through, b.through),
  };
}

export function withThrough(value: Value, through: Origin | undefined): Value {
  return through === undefined ? value : { ...value, through: union(value.through, through) };
}

/** Its truth value, if it is known to exist and always has the same one. */
export function truthOf({ types: [type, ...others], count }: Value): boolean | undefined {
  return type?.kind === 'boolean' && others.length === 0 && count === one ? type.value : undefined;
}

export const withCount = (value: Value, count: Count): Value => (value.count === count ? value : { ...value, count });

/** The value, once it is known to exist. */
export function asPresent(value: Value, level: Fact['level']): Value {
  const isOne = (value.count & many) === 0;
  const types = isOne && level > 1 ? value.types.filter((type) => isPossible(type, level)) : value.types;
  return { ...value, types, count: present(value.count) };
}

function isPossible(type: Type, level: Fact['level']): boolean {
  if (type.kind === 'null') return false;
  return level < 3 || type.kind !== 'boolean' || type.value !== false;
}

/** More alternatives than this are not kept apart. */
const maxTypes = 12;
const maxPlaces = 12;
/** Texts of which more values than this are known may have any value. */
export const maxTexts = 1_000;

export function joinTypes(a: readonly Type[], b: readonly Type[]): readonly Type[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  touch((a.length * b.length) >> 3);
  let types: Type[] | undefined;
  for (const type of b) {
    const known = types ?? a;
    const index = known.findIndex((other) => isMergeable(other, type));
    const other = known[index];
    if (other === type) continue;
    types ??= [...a];
    if (other === undefined) types.push(type);
    else types[index] = mergeTypes(other, type);
  }
  if (types === undefined) return a;
  return types.length > maxTypes ? [unknownType] : types;
}

function isMergeable(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'number':
      return a.unit === (b as NumberType).unit;
    case 'string':
      return a.unit === (b as StringType).unit && a.format === (b as StringType).format;
    case 'list':
      // Lists of schemas may be recursive.
      return a.isSource !== true && (b as ListType).isSource !== true;
    case 'object':
    case 'function':
      return false;
    default:
      return true;
  }
}

function mergeTypes(a: Type, b: Type): Type {
  if (a.kind === 'string' && b.kind === 'string') return mergeStrings(a, b);
  if (a.kind === 'number' && b.kind === 'number') {
    return {
      kind: 'number',
      ...(a.value !== undefined && a.value === b.value && { value: a.value }),
      ...(a.isInteger && b.isInteger && { isInteger: true }),
      ...(a.unit !== undefined && { unit: a.unit }),
    };
  }
  if (a.kind === 'list' && b.kind === 'list') return { kind: 'list', items: join(a.items, b.items) };
  if (a.kind === 'boolean' && b.kind === 'boolean') {
    return { kind: 'boolean', ...(a.value !== undefined && a.value === b.value && { value: a.value }) };
  }
  return a;
}

function mergeStrings(a: StringType, b: StringType): StringType {
  const isShort = a.values !== undefined && b.values !== undefined && a.values.length + b.values.length <= maxTexts;
  if (isShort) touch((a.values.length + b.values.length) >> 4);
  const values = isShort && [...new Set([...a.values, ...b.values])];
  return {
    kind: 'string',
    ...(values !== false && { values }),
    ...(a.format !== undefined && { format: a.format }),
    ...(a.unit !== undefined && { unit: a.unit }),
  };
}

function joinPlaces(a: readonly Located[], b: readonly Located[]): readonly Located[] {
  if (b.length === 0 || a === b) return a;
  if (a.length === 0) return b;
  const fresh = b.filter(({ path }) => !a.some((other) => other.path === path));
  return fresh.length === 0 ? a : [...a, ...fresh].slice(0, maxPlaces);
}
