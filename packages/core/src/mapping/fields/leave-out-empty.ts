import { objectOf } from '../syntax/object-of.ts';
import type { SyntaxNode } from '../syntax/syntax-node.ts';
import type { TextEdit } from '../syntax/text-edit.ts';
import { isCallOf } from './forms/is-call-of.ts';
import { readTree } from './read-tree.ts';

/**
 * True if a mapping leaves out what is empty in its whole result (`$compact`), false if it does not; undefined if the
 * text builds no object.
 */
export function leavesOutEmpty(text: string): boolean | undefined {
  if (text.trim() === '') return false;
  const result = resultOf(readTree(text).root);
  if (isCallOf(result, 'compact', 1)) return true;
  return objectOf({ node: readTree(text).root, bindings: undefined }) === undefined ? undefined : false;
}

/** Puts the whole result into `$compact`, or takes it out, and changes nothing else. */
export function leaveOutEmpty(text: string, isWanted: boolean): readonly TextEdit[] {
  if (leavesOutEmpty(text) !== !isWanted) return [];
  if (text.trim() === '') return [{ start: 0, end: text.length, text: '$compact({\n})' }];
  const result = resultOf(readTree(text).root);
  if (isWanted) {
    return [
      { start: result.start, end: result.start, text: '$compact(' },
      { start: result.end, end: result.end, text: ')' },
    ];
  }
  const [inner] = isCallOf(result, 'compact', 1) ? result.args : [];
  if (inner === undefined) return [];
  return [
    { start: result.start, end: inner.start, text: '' },
    { start: inner.end, end: result.end, text: '' },
  ];
}

/** The expression whose value a block gives. */
function resultOf(root: SyntaxNode): SyntaxNode {
  let node = root;
  while (node.kind === 'block') {
    const last = node.expressions.at(-1);
    if (last === undefined) return node;
    node = last;
  }
  return node;
}
