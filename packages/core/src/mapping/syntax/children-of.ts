import type { SyntaxNode } from './syntax-node.ts';

/** The expressions directly inside a node, in the order in which they are written. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  switch (node.kind) {
    case 'negate':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'conditional':
      return node.whenFalse === undefined
        ? [node.condition, node.whenTrue]
        : [node.condition, node.whenTrue, node.whenFalse];
    case 'filter':
      return [node.subject, node.predicate];
    case 'keepArray':
      return [node.subject];
    case 'group':
      return [node.subject, ...node.entries.flatMap(({ key, value }) => [key, value])];
    case 'sort':
      return [node.subject, ...node.terms.map(({ expression }) => expression)];
    case 'call':
      return [node.callee, ...node.args];
    case 'lambda':
      return [...node.parameters, node.body];
    case 'block':
      return node.expressions;
    case 'array':
      return node.items;
    case 'object':
      return node.entries.flatMap(({ key, value }) => [key, value]);
    case 'transform':
      return node.remove === undefined ? [node.pattern, node.update] : [node.pattern, node.update, node.remove];
    case 'missing':
    case 'name':
    case 'variable':
    case 'literal':
    case 'regex':
    case 'wildcard':
    case 'descendant':
    case 'parent':
    case 'placeholder':
      return [];
  }
}
