import type { SyntaxNode } from '../../syntax/syntax-node.ts';

/** The expression inside brackets that only group. */
export function withoutBrackets(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (inner.kind === 'block' && inner.expressions.length === 1 && inner.expressions[0] !== undefined) {
    inner = inner.expressions[0];
  }
  return inner;
}
