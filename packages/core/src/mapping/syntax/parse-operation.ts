import { bindingPowerOf } from './operators.ts';
import { parseEntries, parseList } from './parse-brackets.ts';
import { parseCall } from './parse-call.ts';
import type { Parser } from './parser.ts';
import type { SortTermSyntax, SyntaxNode } from './syntax-node.ts';
import { withoutKeepArray } from './without-keep-array.ts';

/** Applies the operator at the cursor to the operand on its left. */
export function parseOperation(parser: Parser, left: SyntaxNode): SyntaxNode {
  const { start: operatorStart } = parser.current;
  const { operator } = parser;
  switch (operator) {
    case '(':
      return parseCall(parser, left);
    case '[':
      return parseFilter(parser, left);
    case '{': {
      const entries = parseEntries(parser, false);
      return {
        kind: 'group',
        start: left.start,
        end: parser.previousEnd,
        subject: left,
        entries,
        brace: operatorStart,
      };
    }
    case '^':
      return parseSort(parser, left);
    case '?':
      return parseConditional(parser, left);
    case ':=':
      return parseBinding(parser, left);
    case '@':
    case '#':
      return parseStepVariable(parser, left, operator);
    case '??':
    case '?:':
      return parseBinary(parser, left, 0);
    default:
      return parseBinary(parser, left, bindingPowerOf(operator));
  }
}

function parseBinary(parser: Parser, left: SyntaxNode, rbp: number): SyntaxNode {
  const { operator } = parser;
  const { start, end } = parser.advance(false);
  const right = parser.expression(rbp);
  return {
    kind: 'binary',
    start: left.start,
    end: Math.max(end, right.end),
    operator,
    operatorRange: { start, end },
    left,
    right,
  };
}

/** Right associative; the left side must be a variable. */
function parseBinding(parser: Parser, left: SyntaxNode): SyntaxNode {
  const { start, end } = parser.advance(false);
  if (withoutKeepArray(left).kind !== 'variable') {
    parser.errors.report('S0212', left.start, Math.max(left.end, left.start));
  }
  const right = parser.expression(bindingPowerOf(':=') - 1);
  const operatorRange = { start, end };
  return {
    kind: 'binary',
    start: left.start,
    end: Math.max(end, right.end),
    operator: ':=',
    operatorRange,
    left,
    right,
  };
}

/** `step@$variable` and `step#$variable`. */
function parseStepVariable(parser: Parser, left: SyntaxNode, operator: string): SyntaxNode {
  const node = parseBinary(parser, left, bindingPowerOf(operator));
  if (node.kind === 'binary' && node.right.kind !== 'variable') {
    parser.errors.report('S0214', node.right.start, node.right.end, { found: operator });
  }
  return node;
}

function parseFilter(parser: Parser, subject: SyntaxNode): SyntaxNode {
  const { start: bracket } = parser.advance(false);
  if (parser.isAt(']')) {
    parser.advance(false);
    return { kind: 'keepArray', start: subject.start, end: parser.previousEnd, subject, marked: markedBy(subject) };
  }
  const predicate = parser.within([']'], () => parser.expression(0));
  parser.close(']', true);
  return { kind: 'filter', start: subject.start, end: parser.previousEnd, subject, predicate, bracket };
}

function markedBy(subject: SyntaxNode): SyntaxNode {
  let node = subject;
  while (node.kind === 'filter') node = node.subject;
  return node.kind === 'keepArray' ? node.marked : node;
}

function parseSort(parser: Parser, subject: SyntaxNode): SyntaxNode {
  const { start: caret } = parser.advance(false);
  if (!parser.expect('(', false))
    return { kind: 'sort', start: subject.start, end: caret + 1, subject, terms: [], caret };
  const terms = parseList(parser, { closer: ')', isInfix: false, mayBeEmpty: false }, (): SortTermSyntax => {
    const { start } = parser.current;
    const isDescending = parser.isAt('>');
    if (isDescending || parser.isAt('<')) parser.advance(false);
    const expression = parser.expression(0);
    return { kind: 'sortTerm', start, end: Math.max(start, expression.end), isDescending, expression };
  });
  return { kind: 'sort', start: subject.start, end: parser.previousEnd, subject, terms, caret };
}

function parseConditional(parser: Parser, condition: SyntaxNode): SyntaxNode {
  parser.advance(false);
  const whenTrue = parser.within([':'], () => parser.expression(0));
  let whenFalse: SyntaxNode | undefined;
  if (parser.isAt(':')) {
    parser.advance(false);
    whenFalse = parser.expression(0);
  }
  return { kind: 'conditional', start: condition.start, end: parser.previousEnd, condition, whenTrue, whenFalse };
}
