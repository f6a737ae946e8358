import { childrenOf } from '../syntax/children-of.ts';
import type { SyntaxNode } from '../syntax/syntax-node.ts';
import { withoutBrackets } from './forms/without-brackets.ts';

/** True if two expressions say the same, whatever their layout, comments, quotes and needless brackets. */
export function isSameSyntax(one: SyntaxNode, other: SyntaxNode): boolean {
  const [left, right] = [withoutBrackets(one), withoutBrackets(other)];
  return isSameNode(left, right);
}

/** In these places brackets change what an expression reads or keeps. */
const isStrict = (parent: SyntaxNode, index: number): boolean =>
  (parent.kind === 'binary' && parent.operator === '.') ||
  (index === 0 && ['filter', 'sort', 'keepArray', 'group', 'call'].includes(parent.kind));

function isSameNode(left: SyntaxNode, right: SyntaxNode): boolean {
  if (left.kind !== right.kind || !hasSameOwn(left, right)) return false;
  const [inner, others] = [childrenOf(left), childrenOf(right)];
  return (
    inner.length === others.length &&
    inner.every((child, index) => {
      const twin = others[index];
      if (twin === undefined) return false;
      return isStrict(left, index) ? isSameNode(child, twin) : isSameSyntax(child, twin);
    })
  );
}

/** What a node says besides its children. */
function hasSameOwn(left: SyntaxNode, right: SyntaxNode): boolean {
  return JSON.stringify(ownOf(left)) === JSON.stringify(ownOf(right));
}

function ownOf(node: SyntaxNode): unknown {
  switch (node.kind) {
    case 'name':
    case 'variable':
      return node.name;
    case 'literal':
      return [typeof node.value, node.value];
    case 'regex':
      return node.value;
    case 'binary':
      return node.operator;
    case 'sort':
      return node.terms.map(({ isDescending }) => isDescending);
    case 'lambda':
      return [node.parameters.length, node.signature?.definition];
    case 'conditional':
      return node.whenFalse !== undefined;
    case 'transform':
      return node.remove !== undefined;
    default:
      return undefined;
  }
}
