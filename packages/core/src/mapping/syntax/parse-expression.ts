import { bindingPowerOf } from './operators.ts';
import { parseOperand } from './parse-operand.ts';
import { parseOperation } from './parse-operation.ts';
import type { Parser } from './parser.ts';
import type { SyntaxNode } from './syntax-node.ts';

/**
 * Parses an operand, and every operator after it that binds more strongly than `rbp` (top-down operator precedence,
 * Pratt 1973).
 */
export function parseExpression(parser: Parser, rbp: number): SyntaxNode {
  let left = parseOperand(parser);
  while (rbp < bindingPowerOf(parser.operator)) {
    left = parseOperation(parser, left);
  }
  return left;
}
