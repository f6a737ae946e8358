import { blankLine, line, lineFeed, space, type Layout } from './layout.ts';
import type { SyntaxTree } from './syntax-node.ts';
import type { Token } from './token.ts';

/** Hands out a text's tokens in their order, each with the comments before it, so that printing cannot lose any. */
export class TokenPrinter {
  readonly #tree: SyntaxTree;
  #next = 0;

  constructor(tree: SyntaxTree) {
    this.#tree = tree;
  }

  /** The next token, with the comments before it. */
  take(): Layout {
    const comments = this.comments();
    const token = this.#tree.tokens[this.#next];
    if (token === undefined) return comments;
    this.#next += 1;
    const text = this.#textOf(token);
    return comments.length === 0 ? text : [comments, text];
  }

  /** The comments before the next token. Where a line ended before or after one, it still does. */
  comments(): Layout[] {
    const printed: Layout[] = [];
    let gap = this.#takeGap();
    while (this.#tree.tokens[this.#next]?.kind === 'comment') {
      const token = this.#tree.tokens[this.#next];
      if (token === undefined) break;
      this.#next += 1;
      printed.push(gapLayout(gap), this.#textOf(token));
      gap = this.#takeGap();
    }
    if (printed.length > 0) printed.push(gapLayout(gap));
    return printed;
  }

  /** A break after a comma or semicolon. A comment on the same line stays there; of blank lines, one is kept. */
  separator(): Layout {
    if (this.#isBeforeTrailingComment()) return [this.comments(), line];
    return this.#peekGap() > 1 ? blankLine : line;
  }

  isBeforeLineFeed(): boolean {
    return this.#peekGap() > 0;
  }

  isNext(operator: string): boolean {
    for (let at = this.#next; at < this.#tree.tokens.length; at += 1) {
      const token = this.#tree.tokens[at];
      if (token !== undefined && token.kind !== 'space' && token.kind !== 'comment') {
        return token.kind === 'operator' && token.value === operator;
      }
    }
    return false;
  }

  hasTrivia(): boolean {
    const kind = this.#tree.tokens[this.#next]?.kind;
    return kind === 'space' || kind === 'comment';
  }

  /** The offset after the token consumed last. */
  get offset(): number {
    return this.#tree.tokens[this.#next - 1]?.end ?? 0;
  }

  #isBeforeTrailingComment(): boolean {
    if (this.#peekGap() > 0) return false;
    const at = this.#tree.tokens[this.#next]?.kind === 'space' ? this.#next + 1 : this.#next;
    const after = this.#tree.tokens[at + 1];
    return this.#tree.tokens[at]?.kind === 'comment' && after?.kind === 'space' && this.#textOf(after).includes('\n');
  }

  #takeGap(): number {
    const feeds = this.#peekGap();
    if (this.#tree.tokens[this.#next]?.kind === 'space') this.#next += 1;
    return feeds;
  }

  /** Counts the line feeds before the next comment or token. */
  #peekGap(): number {
    const token = this.#tree.tokens[this.#next];
    return token?.kind === 'space' ? this.#textOf(token).split('\n').length - 1 : 0;
  }

  #textOf({ start, end }: Token): string {
    return this.#tree.text.slice(start, end);
  }
}

function gapLayout(feeds: number): Layout {
  if (feeds === 0) return space;
  return feeds === 1 ? lineFeed : blankLine;
}
