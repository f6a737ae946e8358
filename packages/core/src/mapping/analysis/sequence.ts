import { mayBeMany, many, none, one, over, present, sumOf, unstated, type Count } from './count.ts';
import { originOf, via } from './origin.ts';
import { union } from './value.ts';
import { itemSegment } from './source-path.ts';
import {
  join,
  joinTypes,
  noPlaces,
  nothing,
  unknownType,
  unknownValue,
  valueOf,
  withThrough,
  type ListType,
  type Located,
  type Type,
  type Value,
} from './value.ts';

/** The items that a path or filter sees: those of a sequence, and of an item that is a list, its own items. */
export function flatten(value: Value): Value {
  const { types } = value;
  if (!types.some(({ kind }) => kind === 'list')) return value;
  let items: Value | undefined;
  let inner: Count = 0;
  for (const type of types) {
    const part = type.kind === 'list' ? itemsOf(type, value.at) : { ...valueOf([type]), at: value.at };
    inner |= part.count;
    items = items === undefined ? part : join(items, part);
  }
  return withThrough({ ...(items ?? nothing), count: over(value.count, inner) }, value.through);
}

/** The items of a list with these origins. */
export function itemsOf({ items, isSource }: ListType, at: readonly Located[]): Value {
  if (isSource !== true) return items;
  return { ...items, at: at.map(({ path, site }) => ({ path: path.segment(itemSegment), site })) };
}

/** One of the items, whichever it is. */
export const itemOf = (value: Value): Value => (value.count === one ? value : { ...value, count: one });

/**
 * Gives a value's items, with their number as count, in the way that an array constructor or a list parameter takes
 * them.
 */
export function listItems(value: Value): Value {
  // Several items are a sequence, and lists among them stay lists.
  if (value.count === many || !value.types.some(({ kind }) => kind === 'list')) {
    return value.types.includes(unknownType) ? { ...value, count: value.count | many } : value;
  }
  return flatten(value);
}

/** A list of all these items, as an array constructor builds it. */
export function listOf(parts: readonly Value[]): Value {
  let items: Value | undefined;
  for (const part of parts) {
    if (items === undefined) items = part;
    else items = { ...join(items, part), count: sumOf(items.count, part.count) };
  }
  return valueOf([{ kind: 'list', items: items ?? nothing, parts }]);
}

/** `[]` after a path turns an existing value into a list. */
export function keptList(value: Value): Value {
  if ((value.count & (one | many)) === 0) return value;
  const lists = value.types.filter((type) => type.kind === 'list');
  const others = value.types.filter((type) => type.kind !== 'list');
  const empty = value.count & (none | unstated);
  if (!mayBeMany(value.count) && others.length === 0) return value;
  const isUnknown = others.length === 1 && others[0] === unknownType && !mayBeMany(value.count);
  if (isUnknown) return value;
  const items: Value = { ...value, types: mayBeMany(value.count) ? value.types : others, count: present(value.count) };
  const kept: Value = { types: [{ kind: 'list', items }], count: one | empty, at: noPlaces, through: undefined };
  return lists.length === 0 || mayBeMany(value.count) ? kept : { ...kept, types: joinTypes(kept.types, lists) };
}

/** A result that a function computes from its arguments. */
export function computed(types: readonly Type[], count: Count, from: readonly Value[], name: string): Value {
  return valueOf(types, count, originsVia('function', from, name));
}

export function originsVia(kind: Parameters<typeof via>[0], from: readonly Value[], name?: string) {
  const parts = from.flatMap((value) => originOf(value) ?? []);
  const [first] = parts;
  if (first === undefined) return undefined;
  return via(kind, parts.length === 1 ? first : { kind: 'union', parts }, name);
}

/** A result about which nothing is known except what went into it. */
export function unknownFrom(from: readonly Value[], name?: string): Value {
  return { ...unknownValue, through: originsVia('function', from, name) };
}

/** A value, with what a condition, filter or sort read added to its origin. */
export function influencedBy(value: Value, kind: 'condition' | 'filter' | 'sort' | 'group', by: Value): Value {
  const origin = originsVia(kind, [by]);
  return origin === undefined ? value : { ...value, through: union(value.through, origin) };
}
