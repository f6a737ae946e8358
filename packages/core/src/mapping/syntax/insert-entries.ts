import { commasOf, endOfLineComments, spaceAfter, spaceBefore } from './entry-surroundings.ts';
import type { Container } from './object-of.ts';
import type { SyntaxTree } from './syntax-node.ts';
import type { TextEdit } from './text-edit.ts';

/**
 * Inserts entries into an object in the style of its other entries: on one line or on separate lines, with commas at
 * the end or at the start of lines.
 * @param before index of the entry before which they are inserted; the number of entries to append them
 */
export function insertEntries(
  tree: SyntaxTree,
  container: Container,
  before: number,
  entries: readonly string[],
): TextEdit[] {
  const next = container.entries[before];
  const style = styleOf(tree, container);
  if (container.entries.length === 0) return [insertFirst(tree, container, entries)];
  const gap = style.isCommaFirst ? `${style.lineStart}, ` : `,${style.lineStart === '' ? ' ' : style.lineStart}`;
  const entry = entries.join(gap);
  if (next !== undefined) return [at(next.start, entry + gap)];
  const end = container.entries.at(-1)?.end ?? container.end;
  if (style.lineStart === '') return [at(end, `, ${entry}`)];
  const lineEnd = endOfLineComments(tree, end);
  if (style.isCommaFirst) return [at(lineEnd, `${style.lineStart}, ${entry}`)];
  if (lineEnd === end) return [at(end, `,${style.lineStart}${entry}`)];
  return [at(end, ','), at(lineEnd, style.lineStart + entry)];
}

interface Style {
  /** Line feed and indentation before an entry, or before its comma; empty if entries share a line. */
  readonly lineStart: string;
  readonly isCommaFirst: boolean;
}

function styleOf(tree: SyntaxTree, container: Container): Style {
  const last = container.entries.length - 1;
  const entry = container.entries[last];
  if (entry === undefined) return { lineStart: '', isCommaFirst: false };
  const comma = commasOf(tree, container, last).before;
  const spaceOf = (offset: number): string => tree.text.slice(spaceBefore(tree, offset).start, offset);
  const beforeComma = comma === undefined ? '' : spaceOf(comma.start);
  if (beforeComma.includes('\n')) return { lineStart: lastLine(beforeComma), isCommaFirst: true };
  const beforeEntry = spaceOf(entry.start);
  return { lineStart: beforeEntry.includes('\n') ? lastLine(beforeEntry) : '', isCommaFirst: false };
}

/** Leaves out blank lines. */
function lastLine(space: string): string {
  const feed = space.lastIndexOf('\n');
  return space.slice(space.charAt(feed - 1) === '\r' ? feed - 1 : feed);
}

function insertFirst(tree: SyntaxTree, { brace, end }: Container, entries: readonly string[]): TextEdit {
  const inside = brace + 1;
  const space = spaceAfter(tree, inside);
  const written = tree.text.slice(space.start, space.end);
  if (written.includes('\n')) {
    const lineStart = `${lastLine(written)}  `;
    return at(inside, lineStart + entries.join(`,${lineStart}`));
  }
  const entry = entries.join(', ');
  const isEmpty = space.end >= end - 1 && written === '';
  return at(inside, isEmpty ? ` ${entry} ` : ` ${entry}`);
}

const at = (offset: number, text: string): TextEdit => ({ start: offset, end: offset, text });
