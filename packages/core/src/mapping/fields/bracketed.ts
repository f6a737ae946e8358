import { ErrorList } from '../syntax/error-list.ts';
import { bindingPowerOf } from '../syntax/operators.ts';
import { parseTree } from '../syntax/parse-tree.ts';
import type { SyntaxNode } from '../syntax/syntax-node.ts';

/** The expression in brackets if an operator of this strength would tear it apart. */
export function bracketed(expression: string, power: number): string {
  return loosenessOf(parseTree(expression, new ErrorList()).root) <= power ? `(${expression})` : expression;
}

/** How strongly the loosest operator binds that an operator in front of or behind the expression could tear apart. */
function loosenessOf(node: SyntaxNode): number {
  const first = firstOperand(node);
  const own = ownLooseness(node);
  return first === undefined ? own : Math.min(own, loosenessOf(first));
}

function ownLooseness(node: SyntaxNode): number {
  switch (node.kind) {
    case 'conditional':
      return bindingPowerOf('?');
    case 'binary':
      // What follows a default extends as far as possible.
      return node.operator === '?:' || node.operator === '??' ? 0 : bindingPowerOf(node.operator);
    case 'negate':
      return bindingPowerOf('.') - 1;
    case 'sort':
      return bindingPowerOf('^');
    case 'group':
      return bindingPowerOf('{');
    default:
      return 100;
  }
}

/** The operand with which an expression begins, if that is not inside brackets. */
function firstOperand(node: SyntaxNode): SyntaxNode | undefined {
  switch (node.kind) {
    case 'conditional':
      return node.condition;
    case 'binary':
      return node.left;
    case 'sort':
    case 'group':
    case 'filter':
    case 'keepArray':
      return node.subject;
    case 'call':
      return node.callee;
    default:
      return undefined;
  }
}
