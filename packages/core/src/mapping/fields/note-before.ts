import { commentBefore } from '../syntax/entry-surroundings.ts';
import type { SyntaxTree, TextRange } from '../syntax/syntax-node.ts';

/** The comment that is the note on the field that begins at an offset. */
export function noteBefore(tree: SyntaxTree, start: number): TextRange | undefined {
  const comment = commentBefore(tree, start);
  return comment !== undefined && isOwn(tree.text, comment, start) ? comment : undefined;
}

/** A comment at the end of another field's line belongs to that one. */
function isOwn(text: string, comment: TextRange, start: number): boolean {
  if (!text.slice(comment.end, start).includes('\n')) return true;
  return text.slice(text.lastIndexOf('\n', comment.start - 1) + 1, comment.start).trim() === '';
}
