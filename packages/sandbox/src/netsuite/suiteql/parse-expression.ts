import type { ComparisonOperator, Expression } from './ast.ts';
import { unsupportedQuery } from './suiteql-error.ts';
import type { TokenReader } from './token-reader.ts';

/** Words that cannot start an operand. Meeting one means syntax that this subset does not have. */
const RESERVED = new Set(
  'SELECT FROM WHERE GROUP ORDER HAVING UNION INTERSECT MINUS JOIN ON AND OR IN LIKE BETWEEN EXISTS FETCH WITH OVER'.split(
    ' ',
  ),
);

export function parseExpression(reader: TokenReader): Expression {
  return parseOr(reader);
}

function parseOr(reader: TokenReader): Expression {
  let left = parseAnd(reader);
  while (reader.acceptKeyword('OR')) left = { kind: 'logic', operator: 'OR', left, right: parseAnd(reader) };
  return left;
}

function parseAnd(reader: TokenReader): Expression {
  let left = parseNot(reader);
  while (reader.acceptKeyword('AND')) left = { kind: 'logic', operator: 'AND', left, right: parseNot(reader) };
  return left;
}

function parseNot(reader: TokenReader): Expression {
  if (reader.acceptKeyword('NOT')) return { kind: 'not', operand: parseNot(reader) };
  return parsePredicate(reader);
}

function parsePredicate(reader: TokenReader): Expression {
  const operand = parseAdditive(reader);
  const operator = reader.acceptSymbol('=', '<>', '!=', '^=', '<', '<=', '>', '>=');
  if (operator !== undefined) {
    return { kind: 'compare', operator: comparison(operator), left: operand, right: parseAdditive(reader) };
  }
  if (reader.acceptKeyword('IS', 'NOT', 'NULL')) return { kind: 'is-null', operand, negated: true };
  if (reader.acceptKeyword('IS', 'NULL')) return { kind: 'is-null', operand, negated: false };
  const negated = reader.acceptKeyword('NOT');
  if (reader.acceptKeyword('IN')) return { kind: 'in', operand, values: parseList(reader), negated };
  if (reader.acceptKeyword('LIKE')) return { kind: 'like', operand, pattern: parseAdditive(reader), negated };
  if (reader.acceptKeyword('BETWEEN')) {
    const low = parseAdditive(reader);
    reader.expectKeyword('AND');
    return { kind: 'between', operand, low, high: parseAdditive(reader), negated };
  }
  if (negated) throw reader.unexpected('IN, LIKE or BETWEEN after NOT');
  return operand;
}

function comparison(text: string): ComparisonOperator {
  if (text === '!=' || text === '^=') return '<>';
  return text as ComparisonOperator;
}

function parseList(reader: TokenReader): Expression[] {
  reader.expectSymbol('(');
  if (reader.isKeyword('SELECT')) throw unsupportedQuery(`sub-query at ${reader.peek().at}`);
  const values = [parseExpression(reader)];
  while (reader.acceptSymbol(',') !== undefined) values.push(parseExpression(reader));
  reader.expectSymbol(')');
  if (values.length > 1000) throw unsupportedQuery('more than 1,000 values in an IN list (ORA-01795)');
  return values;
}

function parseAdditive(reader: TokenReader): Expression {
  let left = parseMultiplicative(reader);
  for (;;) {
    const operator = reader.acceptSymbol('+', '-', '||');
    if (operator === undefined) return left;
    left = { kind: 'arithmetic', operator: operator as '+', left, right: parseMultiplicative(reader) };
  }
}

function parseMultiplicative(reader: TokenReader): Expression {
  let left = parseOperand(reader);
  for (;;) {
    const operator = reader.acceptSymbol('*', '/');
    if (operator === undefined) return left;
    left = { kind: 'arithmetic', operator: operator as '*', left, right: parseOperand(reader) };
  }
}

function parseOperand(reader: TokenReader): Expression {
  if (reader.acceptSymbol('-') !== undefined) return { kind: 'negate', operand: parseOperand(reader) };
  if (reader.acceptSymbol('(') !== undefined) {
    if (reader.isKeyword('SELECT')) throw unsupportedQuery(`sub-query at ${reader.peek().at}`);
    const inner = parseExpression(reader);
    reader.expectSymbol(')');
    return inner;
  }
  const token = reader.peek();
  if (token.kind === 'string') return { kind: 'literal', value: reader.take().text };
  if (token.kind === 'number') return { kind: 'literal', value: Number(reader.take().text) };
  if (token.kind === 'parameter') {
    reader.take();
    return { kind: 'parameter', index: reader.nextParameterIndex() };
  }
  if (reader.acceptKeyword('NULL')) return { kind: 'literal', value: null };
  if (reader.acceptKeyword('CASE')) return parseCase(reader);
  if (token.kind === 'word' || token.kind === 'quoted-name') return parseName(reader);
  throw reader.unexpected('a value or a column');
}

function parseCase(reader: TokenReader): Expression {
  if (!reader.isKeyword('WHEN')) throw unsupportedQuery(`CASE with an operand at ${reader.peek().at}`);
  const branches = [];
  while (reader.acceptKeyword('WHEN')) {
    const condition = parseExpression(reader);
    reader.expectKeyword('THEN');
    branches.push({ condition, result: parseExpression(reader) });
  }
  const otherwise: Expression = reader.acceptKeyword('ELSE')
    ? parseExpression(reader)
    : { kind: 'literal', value: null };
  reader.expectKeyword('END');
  return { kind: 'case', branches, otherwise };
}

function parseName(reader: TokenReader): Expression {
  const first = reader.take();
  if (first.kind === 'word' && RESERVED.has(first.upper)) {
    throw unsupportedQuery(`${first.upper} is not supported at ${first.at}`);
  }
  const parts = [first.text];
  while (reader.isSymbol('.') && ['word', 'quoted-name'].includes(reader.peek(1).kind)) {
    reader.take();
    parts.push(reader.take().text);
  }
  if (reader.acceptSymbol('(') !== undefined) return parseCall(reader, parts.join('.').toUpperCase());
  if (parts.length > 2) throw unsupportedQuery(`field path ${parts.join('.')}; join the table instead`);
  const name = (parts.at(-1) ?? '').toLowerCase();
  return { kind: 'column', table: parts.length === 2 ? parts[0]?.toLowerCase() : undefined, name };
}

function parseCall(reader: TokenReader, name: string): Expression {
  if (reader.acceptSymbol('*') !== undefined) {
    reader.expectSymbol(')');
    return { kind: 'call', name, args: [], star: true };
  }
  if (reader.acceptSymbol(')') !== undefined) return { kind: 'call', name, args: [], star: false };
  if (reader.isKeyword('DISTINCT')) throw unsupportedQuery(`${name}(DISTINCT …)`);
  const args = [parseExpression(reader)];
  while (reader.acceptSymbol(',') !== undefined) args.push(parseExpression(reader));
  reader.expectSymbol(')');
  if (reader.isKeyword('OVER')) throw unsupportedQuery('window functions');
  return { kind: 'call', name, args, star: false };
}
