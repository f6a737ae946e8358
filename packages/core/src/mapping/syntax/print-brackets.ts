import { group, indent, line, softLine, type Layout } from './layout.ts';
import type { SyntaxNode } from './syntax-node.ts';
import type { TokenPrinter } from './token-printer.ts';

/** `[a, b]` or `(a, b)`: any bracket around items separated by commas, without spaces inside. */
export function printList(tokens: TokenPrinter, items: readonly (() => Layout)[]): Layout {
  const open = tokens.take();
  if (items.length === 0) return group([open, tokens.comments(), tokens.take()]);
  const inside = indent([softLine, join(tokens, items), tokens.comments()]);
  return group([open, inside, softLine, tokens.take()]);
}

/** `{ key: value }`. Stays on several lines if the first entry was written on a line of its own. */
export function printBraces(tokens: TokenPrinter, entries: readonly (() => Layout)[]): Layout {
  const open = tokens.take();
  const isBroken = tokens.isBeforeLineFeed();
  if (entries.length === 0) return group([open, tokens.comments(), tokens.take()]);
  const inside = indent([line, join(tokens, entries), tokens.comments()]);
  return group([open, inside, line, tokens.take()], isBroken);
}

/** `(a; b)`. Several expressions stay on several lines if they were. */
export function printBlock(
  tokens: TokenPrinter,
  expressions: readonly SyntaxNode[],
  print: (node: SyntaxNode) => Layout,
): Layout {
  const open = tokens.take();
  const isBroken = expressions.length > 1 && tokens.isBeforeLineFeed();
  const inside: Layout[] = [softLine];
  for (const [index, expression] of expressions.entries()) {
    if (index > 0) inside.push(tokens.separator());
    inside.push(print(expression));
    if (tokens.isNext(';')) inside.push(tokens.take());
  }
  inside.push(tokens.comments());
  return group([open, indent(inside), softLine, tokens.take()], isBroken);
}

/** `(a, b)` after a function's name: a function or object that comes last opens on the same line. */
export function printArguments(
  tokens: TokenPrinter,
  args: readonly SyntaxNode[],
  print: (node: SyntaxNode) => Layout,
): Layout {
  const last = args.at(-1);
  const isHugged =
    last !== undefined && huggedKinds.has(last.kind) && args.slice(0, -1).every(({ kind }) => shortKinds.has(kind));
  if (!isHugged) {
    return printList(
      tokens,
      args.map((arg) => () => print(arg)),
    );
  }
  const parts: Layout[] = [tokens.take()];
  for (const arg of args) parts.push(print(arg), tokens.isNext(',') ? [tokens.take(), ' '] : '');
  return [...parts, tokens.comments(), tokens.take()];
}

const huggedKinds = new Set<SyntaxNode['kind']>(['lambda', 'object', 'array', 'block']);
const shortKinds = new Set<SyntaxNode['kind']>([
  'name',
  'variable',
  'literal',
  'binary',
  'filter',
  'keepArray',
  'call',
]);

function join(tokens: TokenPrinter, items: readonly (() => Layout)[]): Layout[] {
  const parts: Layout[] = [];
  for (const item of items) {
    parts.push(item());
    if (tokens.isNext(',')) {
      parts.push(tokens.take());
      parts.push(tokens.separator());
    }
  }
  return parts;
}
