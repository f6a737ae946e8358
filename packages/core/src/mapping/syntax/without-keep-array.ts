import type { SyntaxNode } from './syntax-node.ts';

/** `a[]` is `a` with a mark, to the reference: what may stand somewhere is asked of the node inside. */
export function withoutKeepArray(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (inner.kind === 'keepArray') inner = inner.subject;
  return inner;
}
