import type { KeepArraySyntax, SyntaxNode } from './syntax-node.ts';

export type Unmarked = Exclude<SyntaxNode, KeepArraySyntax>;

/** For the reference, `a[]` is `a` with a mark, so whether a node is allowed somewhere depends on the node inside. */
export function withoutKeepArray(node: SyntaxNode): Unmarked {
  let inner: SyntaxNode = node;
  while (inner.kind === 'keepArray') inner = inner.subject;
  return inner;
}
