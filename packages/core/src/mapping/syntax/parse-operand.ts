import { parseArray, parseBlock, parseEntries, parseTransform } from './parse-brackets.ts';
import type { Parser } from './parser.ts';
import type { SyntaxNode } from './syntax-node.ts';

/** Parses anything that can start an expression. An operator that cannot is reported and skipped. */
export function parseOperand(parser: Parser): SyntaxNode {
  for (;;) {
    const { kind, start, end, value } = parser.current;
    switch (kind) {
      case 'name':
      case 'variable':
        parser.advance(true);
        return { kind, start, end, name: typeof value === 'string' ? value : '' };
      case 'string':
      case 'number':
      case 'literal':
        parser.advance(true);
        return { kind: 'literal', start, end, value: typeof value === 'object' ? null : value };
      case 'regex':
        parser.advance(true);
        return { kind, start, end, value: typeof value === 'object' && value !== null ? value : noRegex };
      case 'operator': {
        const operand = parseOperator(parser, parser.operator);
        if (operand !== undefined) return operand;
        break;
      }
      case 'space':
      case 'comment':
      case 'end':
        // Reported when the tree is lowered, as in the reference, where any error before it comes first.
        return parser.missing();
    }
  }
}

const noRegex = { pattern: '', flags: '' };

function parseOperator(parser: Parser, operator: string): SyntaxNode | undefined {
  const { start, end } = parser.current;
  switch (operator) {
    case 'and':
    case 'or':
    case 'in':
      parser.advance(true);
      return { kind: 'name', start, end, name: operator };
    case '*':
      parser.advance(true);
      return { kind: 'wildcard', start, end };
    case '**':
      parser.advance(true);
      return { kind: 'descendant', start, end };
    case '%':
      parser.advance(true);
      return { kind: 'parent', start, end };
    case '-': {
      parser.advance(true);
      const operand = parser.expression(70);
      return { kind: 'negate', start, end: parser.previousEnd, operand };
    }
    case '(':
      return parseBlock(parser);
    case '[':
      return parseArray(parser);
    case '{': {
      const entries = parseEntries(parser, true);
      return { kind: 'object', start, end: parser.previousEnd, entries };
    }
    case '|':
      return parseTransform(parser);
    default:
      return refuse(parser, operator);
  }
}

/** An operator in the place of an operand: left for a construct that waits for it, otherwise skipped. */
function refuse(parser: Parser, operator: string): SyntaxNode | undefined {
  const { start, end } = parser.current;
  parser.reportFaultOfNextToken();
  parser.errors.report('S0211', start, end, { found: operator });
  if (parser.isAtWanted()) return parser.missing();
  parser.advance(true);
  return undefined;
}
