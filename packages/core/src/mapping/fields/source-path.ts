import { startsWith } from '../starts-with.ts';
import { pathName } from '../path-name.ts';
import type { OutlineGroup, OutlineObject } from './outline.ts';

/** What is around a place, as far as it decides how a source field is read there. */
export type BuiltAround = Pick<OutlineObject, 'each'>;

/** A source field in the notation of an expression, for example `Account.BillingCountry`. */
export const sourceExpression = (path: readonly string[]): string => path.map((name) => pathName(name)).join('.');

/**
 * The path of a source field inside objects that are built per item of a list: in `LineItems.{ … }` the text reads
 * `Quantity`, in `$map(LineItems, function($line) { … })` it reads `$line.Quantity`. If bare names read the item,
 * fields outside the list are read from the root, `$$.Name`.
 */
export function pathWithin(around: readonly BuiltAround[], path: readonly string[]): string {
  const { context, variables, groups } = readingsWithin(around);
  const group = groups.findLast(({ list }) => startsWith(path, list) && path.length > list.length);
  if (group !== undefined) return readingInGroup(group, path);
  const held = [...variables].findLast(([, list]) => startsWith(path, list));
  if (held !== undefined) return [held[0], ...path.slice(held[1].length).map((name) => pathName(name))].join('.');
  if (context === undefined) return `$$.${sourceExpression(path)}`;
  if (startsWith(path, context)) return sourceExpression(path.slice(context.length)) || '$';
  return `$$.${sourceExpression(path)}`;
}

/**
 * True if the object around a place is built once per item that the path leads to. A group is no item, it has several.
 */
export const isItem = (around: readonly OutlineObject[], path: readonly string[]): boolean =>
  /^\$\w*$/.test(pathWithin(around, path));

interface Group extends OutlineGroup {
  readonly list: readonly string[];
}

function readingInGroup({ key, items, by, list }: Group, path: readonly string[]): string {
  const inside = path.slice(list.length);
  return inside.length === 1 && inside[0] === by ? key : `${items}.${sourceExpression(inside)}`;
}

interface Readings {
  readonly groups: readonly Group[];
  /** The field whose parts bare names read; undefined if it cannot be told. */
  readonly context: readonly string[] | undefined;
  /** The fields that variables hold. */
  readonly variables: ReadonlyMap<string, readonly string[]>;
}

function readingsWithin(around: readonly BuiltAround[]): Readings {
  let context: readonly string[] | undefined = [];
  const variables = new Map<string, readonly string[]>();
  const groups: Group[] = [];
  for (const { each } of around) {
    if (each === undefined) continue;
    const start: readonly string[] | undefined = each.from === undefined ? context : variables.get(each.from);
    const list: readonly string[] | undefined =
      start === undefined || each.list === undefined ? undefined : [...start, ...each.list];
    if (each.group !== undefined) {
      if (list !== undefined) groups.push({ ...each.group, list });
    } else if (each.variable === undefined) context = list;
    else if (list !== undefined) variables.set(each.variable, list);
  }
  return { context, variables, groups };
}

/**
 * The source field that a path reads at a place: the inverse of `pathWithin`. Undefined if the path starts with a
 * variable that no list around the place holds.
 */
export function sourceOf(around: readonly BuiltAround[], path: readonly string[]): readonly string[] | undefined {
  const { context, variables, groups } = readingsWithin(around);
  const [first = '', ...rest] = path;
  if (first === '$$') return rest;
  if (first === '$') return context && [...context, ...rest];
  if (!first.startsWith('$')) return context && [...context, ...path];
  const group = groups.findLast(({ key, items }) => key === first || items === first);
  if (group !== undefined) return [...group.list, ...(group.key === first ? [group.by] : rest)];
  const held = variables.get(first);
  return held && [...held, ...rest];
}
