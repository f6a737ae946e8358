import { keyOf } from '../syntax/find-target.ts';
import { objectOf, type Bindings, type BoundNode, type ItemSource } from '../syntax/object-of.ts';
import type { EntrySyntax, SyntaxNode } from '../syntax/syntax-node.ts';
import { forRecentTexts } from './for-recent-texts.ts';
import { readTree } from './read-tree.ts';

/** One field of the result as the text builds it. Offsets into the text are zero-based. */
export interface OutlineEntry {
  readonly name: string;
  /** Names from the root of the result. */
  readonly path: readonly string[];
  readonly key: Span;
  /** The expression; empty (`from === to`) when nothing is written yet. */
  readonly value: Span;
  /** Inner fields, if the value is an object or a list built as `path.{ … }`. */
  readonly object?: OutlineObject | undefined;
}

export interface OutlineObject {
  readonly path: readonly string[];
  /** From the opening brace to after the closing one, or to the end of the text if that is missing. */
  readonly span: Span;
  /** Present when it is built once per item of a list. */
  readonly each?: OutlineEach | undefined;
  readonly entries: readonly OutlineEntry[];
}

/** The list an object is built from, item by item. */
export interface OutlineEach {
  /** A variable with which the list's path starts, such as `$deal`; absent if it starts at what bare names read. */
  readonly from?: string | undefined;
  /** Field names that lead to the list; absent when it is computed. */
  readonly list?: readonly string[] | undefined;
  /** The variable that holds the item, in `$map`; otherwise bare names read the item. */
  readonly variable?: string | undefined;
  /** Present if it is built once per group of the list's items, as `groupText` writes it. */
  readonly group?: OutlineGroup | undefined;
}

export interface OutlineGroup {
  /** The field whose values tell the groups apart. */
  readonly by: string;
  /** The variables that hold such a value, and the items that have it. */
  readonly key: string;
  readonly items: string;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a text alone reveals about a mapping's result. `object` is absent if the result is not a plain object. */
export interface MappingOutline {
  readonly object?: OutlineObject | undefined;
}

/**
 * Finds the target fields that a JSONata text builds, and their positions: in objects, including those that `objectOf`
 * finds, and in nested objects. Anything else is left out.
 */
export const readOutline: (text: string) => MappingOutline = forRecentTexts((text) => ({
  object: outlineObject({ node: readTree(text).root, bindings: undefined }, [], text),
}));

/** Every entry, containers before their contents. */
export function outlineEntries(object: OutlineObject | undefined): OutlineEntry[] {
  return (object?.entries ?? []).flatMap((entry) => [entry, ...outlineEntries(entry.object)]);
}

/** The innermost object whose braces surround an offset. */
export function objectAt({ object }: MappingOutline, offset: number): OutlineObject | undefined {
  const all = [object, ...outlineEntries(object).map((entry) => entry.object)].filter((each) => each !== undefined);
  return smallest(
    all.filter(({ span }) => span.from < offset && offset < span.to),
    ({ span }) => span.to - span.from,
  );
}

/** The deepest entry at or around an offset: the field that contains the caret. */
export function entryAt({ object }: MappingOutline, offset: number): OutlineEntry | undefined {
  return smallest(
    outlineEntries(object).filter(({ key, value }) => key.from <= offset && offset <= value.to),
    ({ key, value }) => value.to - key.from,
  );
}

function smallest<Item>(items: readonly Item[], size: (item: Item) => number): Item | undefined {
  return items.toSorted((one, other) => size(one) - size(other))[0];
}

function outlineObject(from: BoundNode, path: readonly string[], text: string): OutlineObject | undefined {
  const built = objectOf(from);
  if (built === undefined || built.isGroup) return undefined;
  const { container, bindings, each } = built;
  const isClosed = text.charAt(container.end - 1) === '}' && container.end - container.brace > 1;
  return {
    path,
    span: { from: container.brace, to: isClosed ? container.end : text.length + 1 },
    ...(each === undefined ? {} : { each: outlineEach(each, bindings) }),
    entries: container.entries.flatMap((entry): OutlineEntry[] => {
      const name = keyOf(entry);
      if (name === undefined) return [];
      const here = [...path, name];
      const object = outlineObject({ node: entry.value, bindings }, here, text);
      return [{ name, path: here, ...spansOf(entry, text), object }];
    }),
  };
}

/** A value that has not been written yet is located right after the colon. */
function spansOf({ key, value }: EntrySyntax, text: string): Pick<OutlineEntry, 'key' | 'value'> {
  const at = value.kind === 'missing' ? text.slice(0, value.start).trimEnd().length : undefined;
  return { key: { from: key.start, to: key.end }, value: { from: at ?? value.start, to: at ?? value.end } };
}

function outlineEach({ list, variable }: ItemSource, bindings: Bindings | undefined): OutlineEach {
  const group = list === undefined || variable === undefined ? undefined : outlineGroup(variable, bindings);
  return (
    group ?? {
      ...(list === undefined ? {} : pathOf(list)),
      ...(variable === undefined ? {} : { variable: `$${variable}` }),
    }
  );
}

/** `$items := list[by = $key]`, the last assignment before an object that is built per `$key`. */
function outlineGroup(key: string, bindings: Bindings | undefined): OutlineEach | undefined {
  if (bindings?.node.kind !== 'filter') return undefined;
  const { subject, predicate } = bindings.node;
  if (predicate.kind !== 'binary' || predicate.operator !== '=' || predicate.left.kind !== 'name') return undefined;
  if (predicate.right.kind !== 'variable' || predicate.right.name !== key) return undefined;
  return { ...pathOf(subject), group: { by: predicate.left.name, key: `$${key}`, items: `$${bindings.name}` } };
}

/**
 * The names of a path of names, filters and sorting, which may start with a variable; undefined for computed values.
 */
function pathOf(node: SyntaxNode): OutlineEach {
  switch (node.kind) {
    case 'name':
      return { list: [node.name] };
    case 'variable':
      return { from: `$${node.name}`, list: [] };
    case 'filter':
    case 'sort':
    case 'keepArray':
      return pathOf(node.subject);
    case 'binary': {
      const { from, list } = node.operator === '.' ? pathOf(node.left) : {};
      const isName = node.right.kind === 'name';
      return list === undefined || !isName ? { from } : { from, list: [...list, node.right.name] };
    }
    default:
      return {};
  }
}
