import { many, none, one, over, unstated } from './count.ts';
import { touch } from '../work-meter.ts';
import { union } from './value.ts';
import { flatten, itemsOf } from './sequence.ts';
import { anyKeySegment, type SourcePath } from './source-path.ts';
import {
  join,
  noPlaces,
  nothing,
  unknownType,
  unknownValue,
  type Located,
  type ObjectType,
  type Type,
  type Value,
} from './value.ts';

/** Lists nested deeper than this may hold anything. Only a recursive schema goes deeper. */
const maxNesting = 8;

/** A field of one item; `isKnownAbsent` when none of its alternatives has such a field. */
export interface Access {
  readonly value: Value;
  readonly isKnownAbsent: boolean;
}

export function accessField(item: Value, name: string, nesting = 0): Access {
  let value: Value | undefined;
  let isKnownAbsent = true;
  for (const type of item.types) {
    const found = fieldOfType(type, item.at, name, nesting);
    if (found !== undefined || type.kind === 'null') isKnownAbsent &&= found === undefined;
    value = value === undefined ? (found ?? nothing) : join(value, found ?? nothing);
  }
  const result = value ?? nothing;
  const through = union(result.through, item.through);
  return {
    value: through === result.through ? result : { ...result, through },
    isKnownAbsent: isKnownAbsent && item.types.some(({ kind }) => kind !== 'null' && kind !== 'function'),
  };
}

function fieldOfType(type: Type, at: readonly Located[], name: string, nesting: number): Value | undefined {
  switch (type.kind) {
    case 'unknown':
      return { ...unknownValue, at: extend(at, (path) => path.field(name)) };
    case 'list': {
      if (nesting > maxNesting) return unknownValue;
      const items = itemsOf(type, at);
      const { value, isKnownAbsent } = accessField({ ...items, count: one }, name, nesting + 1);
      if (isKnownAbsent) return undefined;
      const found = flatten(value);
      return { ...found, count: over(items.count, found.count) };
    }
    case 'object':
      return fieldOfObject(type, at, name);
    default:
      return undefined;
  }
}

function fieldOfObject(type: ObjectType, at: readonly Located[], name: string): Value | undefined {
  const field = type.fields.get(name);
  if (field !== undefined) {
    return type.isSource === true ? { ...field.value, at: extend(at, (path) => path.field(name)) } : field.value;
  }
  const isCustom = type.custom?.some((pattern) => pattern.test(name)) === true;
  const rest = type.rest ?? (isCustom ? unknownValue : undefined);
  if (rest === undefined) return undefined;
  return type.isSource === true || isCustom ? { ...rest, at: extend(at, (path) => path.field(name)) } : rest;
}

/** `*`: any field of an object, in turn. */
export function anyField(item: Value): Value {
  const parts = flatten(item).types.map((type): Value => {
    if (type.kind === 'unknown') return { ...unknownValue, at: extend(item.at, (path) => path.segment(anyKeySegment)) };
    if (type.kind !== 'object') return nothing;
    touch(type.fields.size);
    const values = [...type.fields].map(([name, { value }]) =>
      type.isSource === true ? { ...value, at: extend(item.at, (path) => path.field(name)) } : value,
    );
    if (type.rest !== undefined) values.push(type.rest);
    return values.reduce(join, nothing);
  });
  const value = parts.reduce(join, nothing);
  const through = union(value.through, item.through);
  return { ...flatten(value), count: item.types.includes(unknownType) ? one | unstated : anyCount, through };
}

const anyCount = none | one | many;

export function extend(at: readonly Located[], step: (path: SourcePath) => SourcePath): readonly Located[] {
  return at.length === 0 ? noPlaces : at.map(({ path, site }) => ({ path: step(path), site }));
}

/** The number of fields that `fieldNames` looks at. */
export const fieldCount = (item: Value): number =>
  flatten(item).types.reduce((sum, type) => sum + (type.kind === 'object' ? type.fields.size : 0), 0);

/** Lists the names of the fields that an item can have, as far as they are known. */
export function fieldNames(item: Value): string[] {
  const names = flatten(item).types.flatMap((type) => (type.kind === 'object' ? [...type.fields.keys()] : []));
  return [...new Set(names)];
}

/** Tells whether each of its alternatives is an object whose schema lists fields without forbidding others. */
export function isOnlyDeclared(item: Value): boolean {
  const objects = flatten(item).types.filter((type) => type.kind === 'object');
  return objects.length > 0 && objects.every(({ isDeclared }) => isDeclared === true);
}
