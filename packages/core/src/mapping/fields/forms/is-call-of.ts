import type { CallSyntax, SyntaxNode } from '../../syntax/syntax-node.ts';

/** True for a call of this function with this many arguments. */
export const isCallOf = (node: SyntaxNode, name: string, count: number): node is CallSyntax =>
  node.kind === 'call' && node.callee.kind === 'variable' && node.callee.name === name && node.args.length === count;
