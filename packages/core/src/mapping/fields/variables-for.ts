import { childrenOf } from '../syntax/children-of.ts';
import type { SyntaxNode } from '../syntax/syntax-node.ts';
import { findTarget } from '../syntax/find-target.ts';
import { readTree } from './read-tree.ts';

/** The variables, with `$`, that the expression of a field can use: assigned before it or parameters around it. */
export function variablesFor(text: string, target: readonly string[]): readonly string[] {
  const { root } = readTree(text);
  const place = findTarget(root, target);
  const at = place.entries[0]?.value.start ?? (place.container === undefined ? 0 : place.container.end - 1);
  return [...new Set(variablesIn(root, at))];
}

function variablesIn(node: SyntaxNode, at: number): string[] {
  const around = childrenOf(node).filter(({ start, end }) => start <= at && at <= end);
  return [...ownVariables(node, at), ...around.flatMap((child) => variablesIn(child, at))];
}

function ownVariables(node: SyntaxNode, at: number): string[] {
  if (node.kind === 'lambda') return node.parameters.flatMap(nameOf);
  if (node.kind !== 'block') return [];
  return node.expressions
    .filter(({ end }) => end <= at)
    .flatMap((each) => (each.kind === 'binary' && each.operator === ':=' ? nameOf(each.left) : []));
}

const nameOf = (node: SyntaxNode): string[] => (node.kind === 'variable' ? [`$${node.name}`] : []);
