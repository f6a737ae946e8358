import { parseMapping, type ParsedMapping } from './parse-mapping.ts';
import { printNode } from './print-node.ts';
import { renderLayout } from './render-layout.ts';
import type { SyntaxTree } from './syntax-node.ts';
import { isTrivia } from './token.ts';
import { TokenPrinter } from './token-printer.ts';

const width = 100;

/** A comment can move a line break, and a line break can move a comment. After a few rounds nothing moves any more. */
const maxRounds = 8;

/**
 * Formats a mapping: two spaces per level, lines of up to 100 columns, all comments kept, and at most one blank line in
 * a row. Only white space changes, never a token, and formatting is idempotent. A text with errors is returned
 * unchanged.
 */
export function printMapping(text: string): string {
  let parsed = parseMapping(text);
  for (let round = 0; round < maxRounds; round += 1) {
    const printed = printOnce(parsed);
    if (printed === parsed.tree.text) return printed;
    const next = parseMapping(printed);
    // This should never happen, but a formatter must not change what a mapping does.
    if (next.ir === undefined || !hasSameTokens(parsed.tree, next.tree)) return text;
    parsed = next;
  }
  return parsed.tree.text;
}

function printOnce({ tree, ir }: ParsedMapping): string {
  if (ir === undefined) return tree.text;
  const tokens = new TokenPrinter(tree);
  const layout = [printNode(tree.root, tokens), tokens.comments()];
  return renderLayout(layout, width) + (tree.text.trimEnd() !== tree.text && tree.text.endsWith('\n') ? '\n' : '');
}

function hasSameTokens(before: SyntaxTree, after: SyntaxTree): boolean {
  const [left, right] = [meaningful(before), meaningful(after)];
  return left.length === right.length && left.every((text, index) => text === right[index]);
}

/** Keeps everything except white space. */
function meaningful({ text, tokens }: SyntaxTree): string[] {
  return tokens
    .filter((token) => token.kind === 'comment' || !isTrivia(token))
    .map(({ start, end }) => text.slice(start, end));
}
