import type { SyntaxNode } from '../syntax/syntax-node.ts';

/** The operands of `a & b & c`, as they stand. */
export function chainOf(node: SyntaxNode, operator: string): readonly SyntaxNode[] {
  const operands: SyntaxNode[] = [];
  let left = node;
  while (left.kind === 'binary' && left.operator === operator) {
    operands.unshift(left.right);
    left = left.left;
  }
  return [left, ...operands];
}
