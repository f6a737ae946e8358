import { commasOf, spaceAfter, spaceBefore } from './entry-surroundings.ts';
import type { Container } from './object-of.ts';
import type { SyntaxTree, TextRange } from './syntax-node.ts';
import type { TextEdit } from './text-edit.ts';

/** Removes an entry with one comma and the white space between them; comments stay where they are. */
export function removeEntry(tree: SyntaxTree, container: Container, index: number): TextEdit[] {
  const entry = container.entries[index];
  if (entry === undefined) return [];
  const { before, after } = commasOf(tree, container, index);
  const gap = spaceBefore(tree, entry.start);
  if (after !== undefined) return removeWithCommaBehind(tree, gap, entry, after);
  if (before === undefined) return [cut(gap.start, entry.end)];
  const commaStart = spaceBefore(tree, before.start).start;
  // If there is only white space between comma and entry, both are removed together.
  if (gap.start === before.end) return [cut(commaStart, entry.end)];
  return [cut(before.start, before.end), cut(gap.start, entry.end)];
}

function removeWithCommaBehind(tree: SyntaxTree, gap: TextRange, entry: TextRange, comma: TextRange): TextEdit[] {
  const hasLineFeed = ({ start, end }: TextRange): boolean => tree.text.slice(start, end).includes('\n');
  const behind = spaceAfter(tree, comma.end);
  // Of the white space on either side, the part that starts a new line for the next entry stays.
  const isLastOnLine = hasLineFeed(behind) && !hasLineFeed(gap);
  const [start, end] = isLastOnLine ? [gap.start, comma.end] : [entry.start, behind.end];
  if (spaceAfter(tree, entry.end).end === comma.start) return [cut(start, end)];
  return [cut(entry.start, entry.end), cut(comma.start, comma.end)];
}

const cut = (start: number, end: number): TextEdit => ({ start, end, text: '' });
