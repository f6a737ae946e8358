import { startsWith } from '../starts-with.ts';
import { childrenOf } from '../syntax/children-of.ts';
import type { SyntaxNode } from '../syntax/syntax-node.ts';
import { applyEdits, type TextEdit } from '../syntax/text-edit.ts';
import { builtItem } from './built-item.ts';
import type { ConnectInput, ConnectionChoice } from './connection.ts';
import { fieldName } from './field-name.ts';
import { outlineEntries, readOutline, type OutlineEntry } from './outline.ts';
import { readTree } from './read-tree.ts';
import { isSameSyntax } from './same-syntax.ts';

/**
 * Adds a second item to a list that the text builds with one: a copy that reads the new source wherever the first one
 * reads what the field is made of now. Undefined if the field is not in such a list.
 */
export function anotherItem(
  { text, target, targetSchema, source, sourceSchema }: ConnectInput,
  entry: OutlineEntry,
  reading: string,
): ConnectionChoice | undefined {
  const list = outlineEntries(readOutline(text).object).findLast(
    ({ path, object }) => object?.each !== undefined && path.length < target.length && startsWith(target, path),
  );
  const item = list && builtItem(text, list);
  if (list === undefined || item === undefined) return undefined;
  const { root } = readTree(text.slice(entry.value.from, entry.value.to));
  const copy = text.slice(item.start, item.end);
  const places = sameAs(root, readTree(copy).root);
  const edits = places.map(({ start, end }): TextEdit => ({ start, end, text: reading }));
  const added = `, ${applyEdits(copy, edits)}`;
  return {
    key: 'another-item',
    label: `Add an item like this one to ${fieldName(targetSchema, list.path)}, with ${fieldName(sourceSchema, source)} instead`,
    edits: [{ start: item.end, end: item.end, text: added }],
    caret: item.end + added.length,
  };
}

/** The outermost parts of an expression that say the same as another one. */
const sameAs = (wanted: SyntaxNode, inside: SyntaxNode): SyntaxNode[] =>
  isSameSyntax(wanted, inside) ? [inside] : childrenOf(inside).flatMap((child) => sameAs(wanted, child));
