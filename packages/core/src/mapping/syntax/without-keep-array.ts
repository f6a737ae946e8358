import type { KeepArraySyntax, SyntaxNode } from './syntax-node.ts';

export type Unmarked = Exclude<SyntaxNode, KeepArraySyntax>;

/** `a[]` is `a` with a mark, to the reference: what may stand somewhere is asked of the node inside. */
export function withoutKeepArray(node: SyntaxNode): Unmarked {
  let inner: SyntaxNode = node;
  while (inner.kind === 'keepArray') inner = inner.subject;
  return inner;
}
