import { parseList } from './parse-brackets.ts';
import { parseSignature } from './parse-signature.ts';
import type { Parser } from './parser.ts';
import type { SignatureSyntax, SyntaxNode } from './syntax-node.ts';
import { withoutKeepArray } from './without-keep-array.ts';

/** `f(a, ?)`, or a function definition when `f` is the name `function` or `λ`. */
export function parseCall(parser: Parser, callee: SyntaxNode): SyntaxNode {
  parser.advance(false);
  const args = parseList(parser, { closer: ')', isInfix: true, mayBeEmpty: true }, () => parseArgument(parser));
  if (!isFunctionWord(callee)) return { kind: 'call', start: callee.start, end: parser.previousEnd, callee, args };
  for (const arg of args) {
    if (withoutKeepArray(arg).kind === 'variable') continue;
    const found = parser.text.slice(arg.start, arg.end);
    parser.errors.report('S0208', arg.start, arg.end, { found });
  }
  const signature = parser.isAt('<') ? readSignature(parser) : undefined;
  const body = readBody(parser);
  return { kind: 'lambda', start: callee.start, end: parser.previousEnd, parameters: args, signature, body };
}

function isFunctionWord(callee: SyntaxNode): boolean {
  const word = withoutKeepArray(callee);
  // `and`, `or` and `in` can also be names, but these two cannot.
  return word.kind === 'name' && (word.name === 'function' || word.name === 'λ');
}

function parseArgument(parser: Parser): SyntaxNode {
  if (!parser.isAt('?')) return parser.expression(0);
  const { start, end } = parser.advance(false);
  return { kind: 'placeholder', start, end };
}

function readBody(parser: Parser): SyntaxNode {
  if (!parser.expect('{', false)) return parser.missing();
  const body = parser.within(['}'], () => parser.expression(0));
  parser.close('}', false);
  return body;
}

/** Like the reference, concatenates the values of all tokens up to the closing bracket, whatever they are. */
function readSignature(parser: Parser): SignatureSyntax {
  const { start } = parser.current;
  let definition = '<';
  let depth = 1;
  while (depth > 0 && !parser.isAt('{') && parser.current.kind !== 'end') {
    parser.advance(false);
    if (parser.isAt('>')) depth -= 1;
    else if (parser.isAt('<')) depth += 1;
    definition += valueText(parser);
  }
  const isClosed = parser.expect('>', false);
  const end = parser.previousEnd;
  if (isClosed) {
    const { problem } = parseSignature(definition);
    if (problem !== undefined) parser.errors.report(problem, start, end);
  }
  return { kind: 'signature', start, end, definition };
}

function valueText({ current: { kind, value } }: Parser): string {
  if (kind === 'end') return '(end)';
  return typeof value === 'object' && value !== null ? `/${value.pattern}/g${value.flags}` : String(value);
}
