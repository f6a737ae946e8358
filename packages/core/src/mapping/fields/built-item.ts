import type { SyntaxNode, TextRange } from '../syntax/syntax-node.ts';
import { withoutBrackets } from './forms/without-brackets.ts';
import { outlineEntries, readOutline, type OutlineEntry } from './outline.ts';
import { readTree } from './read-tree.ts';

/**
 * Where the text builds a field that has fields of its own once: the object, or the only item of a list, with the
 * condition that decides about it. Undefined if it is built per item of a source list, or not here.
 */
export function builtItem(text: string, { object, value }: OutlineEntry): TextRange | undefined {
  if (object === undefined) return undefined;
  const { root } = readTree(text.slice(value.from, value.to));
  const item = root.kind === 'array' ? root.items[0] : root;
  if (item === undefined || (object.each === undefined) !== (root.kind !== 'array') || !isObject(item))
    return undefined;
  return { start: value.from + item.start, end: value.from + item.end };
}

/** The fields that the text builds once. A single value can decide whether they are there. */
export const fieldsBuiltOnce = (text: string): readonly (readonly string[])[] =>
  outlineEntries(readOutline(text).object).flatMap((entry) =>
    builtItem(text, entry) === undefined ? [] : [entry.path],
  );

function isObject(written: SyntaxNode): boolean {
  const node = withoutBrackets(written);
  return node.kind === 'object' || (node.kind === 'conditional' && isObject(node.whenTrue));
}
