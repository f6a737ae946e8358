import type { Container } from './object-of.ts';
import type { SyntaxTree, TextRange } from './syntax-node.ts';
import type { Token } from './token.ts';

/** A comma between two entries; undefined before the first and after the last one. */
export interface EntryCommas {
  readonly before: Token | undefined;
  readonly after: Token | undefined;
}

/** The commas on both sides of the entry at this index. */
export function commasOf(tree: SyntaxTree, { brace, end, entries }: Container, index: number): EntryCommas {
  const from = entries[index - 1]?.end ?? brace;
  const to = entries[index + 1]?.start ?? end;
  const entry = entries[index];
  if (entry === undefined) return { before: undefined, after: undefined };
  return { before: commaIn(tree, from, entry.start), after: commaIn(tree, entry.end, to) };
}

function commaIn({ tokens }: SyntaxTree, start: number, end: number): Token | undefined {
  for (let at = indexOfTokenFrom(tokens, start); at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.start >= end) return undefined;
    if (token.kind === 'operator' && token.value === ',') return token;
  }
  return undefined;
}

/** White space that ends here; an empty range if there is none. */
export function spaceBefore({ tokens }: SyntaxTree, offset: number): TextRange {
  const token = tokens[indexOfTokenFrom(tokens, offset) - 1];
  return token?.kind === 'space' && token.end === offset ? token : { start: offset, end: offset };
}

/** White space that starts here; an empty range if there is none. */
export function spaceAfter({ tokens }: SyntaxTree, offset: number): TextRange {
  const token = tokens[indexOfTokenFrom(tokens, offset)];
  return token?.kind === 'space' && token.start === offset ? token : { start: offset, end: offset };
}

/** The comment that ends before this offset, with at most white space between them. */
export function commentBefore({ tokens }: SyntaxTree, offset: number): Token | undefined {
  let at = indexOfTokenFrom(tokens, offset) - 1;
  while (tokens[at]?.kind === 'space') at -= 1;
  const token = tokens[at];
  return token?.kind === 'comment' ? token : undefined;
}

/** The offset after the comments that follow on the same line; `offset` itself if there are none. */
export function endOfLineComments({ text, tokens }: SyntaxTree, offset: number): number {
  let end = offset;
  for (let at = indexOfTokenFrom(tokens, offset); at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'comment') end = token.end;
    else if (token?.kind !== 'space' || text.slice(token.start, token.end).includes('\n')) break;
  }
  return end;
}

/** The first token that starts at or after an offset. */
function indexOfTokenFrom(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
