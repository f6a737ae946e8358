import type { ErrorList } from './error-list.ts';
import { parseExpression } from './parse-expression.ts';
import { Parser } from './parser.ts';
import type { SyntaxNode, SyntaxTree } from './syntax-node.ts';

/** The concrete syntax tree of any text at all. Problems go to `errors`. Never throws. */
export function parseTree(text: string, errors: ErrorList): SyntaxTree {
  const parser = new Parser(text, errors, parseExpression);
  const root = parser.expression(0);
  const rest: SyntaxNode[] = [];
  while (!parser.isAtEnd()) {
    const { current } = parser;
    parser.errors.report('S0201', current.start, current.end, { found: parser.currentText() });
    // An operator without a left side would be reported twice.
    if (current.kind === 'operator') parser.advance(true);
    if (!parser.isAtEnd()) rest.push(parser.expression(0));
  }
  return { text, tokens: parser.tokens, root, rest };
}
