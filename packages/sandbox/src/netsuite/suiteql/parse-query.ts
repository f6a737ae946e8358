import type { Expression, Join, OrderItem, Query, SelectItem, TableReference } from './ast.ts';
import { parseExpression } from './parse-expression.ts';
import { unsupportedQuery } from './suiteql-error.ts';
import { TokenReader } from './token-reader.ts';
import { tokenize } from './tokenize.ts';

const CLAUSE_WORDS = new Set(
  'WHERE GROUP HAVING ORDER FETCH OFFSET LIMIT INNER LEFT RIGHT FULL CROSS OUTER JOIN ON UNION INTERSECT MINUS FROM AS'.split(
    ' ',
  ),
);

/** Parses one SELECT. Whatever lies outside the subset is refused with NetSuite's error wording, never ignored. */
export function parseQuery(text: string): Query {
  const reader = new TokenReader(tokenize(text));
  reader.expectKeyword('SELECT');
  const distinct = reader.acceptKeyword('DISTINCT') || reader.acceptKeyword('UNIQUE');
  const columns = parseSelectList(reader);
  reader.expectKeyword('FROM');
  const from = parseTable(reader);
  if (reader.isSymbol(',')) throw unsupportedQuery('comma joins; use JOIN … ON');
  const joins = parseJoins(reader);
  const where = reader.acceptKeyword('WHERE') ? parseExpression(reader) : undefined;
  const groupBy = reader.acceptKeyword('GROUP', 'BY') ? parseExpressionList(reader) : [];
  const having = reader.acceptKeyword('HAVING') ? parseExpression(reader) : undefined;
  const orderBy = reader.acceptKeyword('ORDER', 'BY') ? parseOrderList(reader) : [];
  const fetchFirst = parseFetch(reader);
  if (reader.peek().kind !== 'end') throw reader.unexpected('the end of the query');
  return { distinct, columns, from, joins, where, groupBy, having, orderBy, fetchFirst };
}

function parseSelectList(reader: TokenReader): SelectItem[] {
  const items = [parseSelectItem(reader)];
  while (reader.acceptSymbol(',') !== undefined) items.push(parseSelectItem(reader));
  return items;
}

function parseSelectItem(reader: TokenReader): SelectItem {
  if (reader.acceptSymbol('*') !== undefined) return { kind: 'star', table: undefined };
  const [first, dot, star] = [reader.peek(), reader.peek(1), reader.peek(2)];
  if (first.kind === 'word' && dot.text === '.' && star.kind === 'symbol' && star.text === '*') {
    reader.take();
    reader.take();
    reader.take();
    return { kind: 'star', table: first.text.toLowerCase() };
  }
  const expression = parseExpression(reader);
  return { kind: 'expression', expression, alias: parseAlias(reader) };
}

function parseAlias(reader: TokenReader): string | undefined {
  const explicit = reader.acceptKeyword('AS');
  const token = reader.peek();
  const isName = token.kind === 'quoted-name' || (token.kind === 'word' && !CLAUSE_WORDS.has(token.upper));
  if (!isName) {
    if (explicit) throw reader.unexpected('an alias after AS');
    return undefined;
  }
  return reader.take().text.toLowerCase();
}

function parseTable(reader: TokenReader): TableReference {
  if (reader.isSymbol('(')) throw unsupportedQuery('sub-query in FROM');
  const token = reader.take();
  if (token.kind !== 'word' && token.kind !== 'quoted-name') throw unsupportedQuery('a table name is missing');
  const table = token.text.toLowerCase();
  return { table, alias: parseAlias(reader) ?? table };
}

function parseJoins(reader: TokenReader): Join[] {
  const joins: Join[] = [];
  for (;;) {
    const kind = parseJoinKind(reader);
    if (kind === undefined) return joins;
    const source = parseTable(reader);
    reader.expectKeyword('ON');
    joins.push({ kind, source, on: parseExpression(reader) });
  }
}

function parseJoinKind(reader: TokenReader): 'inner' | 'left' | undefined {
  if (reader.isKeyword('RIGHT') || reader.isKeyword('FULL') || reader.isKeyword('CROSS')) {
    throw unsupportedQuery(`${reader.peek().upper} JOIN`);
  }
  if (reader.acceptKeyword('LEFT', 'OUTER', 'JOIN') || reader.acceptKeyword('LEFT', 'JOIN')) return 'left';
  if (reader.acceptKeyword('INNER', 'JOIN') || reader.acceptKeyword('JOIN')) return 'inner';
  return undefined;
}

function parseExpressionList(reader: TokenReader): Expression[] {
  const list = [parseExpression(reader)];
  while (reader.acceptSymbol(',') !== undefined) list.push(parseExpression(reader));
  return list;
}

function parseOrderList(reader: TokenReader): OrderItem[] {
  const list = [parseOrderItem(reader)];
  while (reader.acceptSymbol(',') !== undefined) list.push(parseOrderItem(reader));
  return list;
}

function parseOrderItem(reader: TokenReader): OrderItem {
  const expression = parseExpression(reader);
  const descending = reader.acceptKeyword('DESC');
  if (!descending) reader.acceptKeyword('ASC');
  if (reader.acceptKeyword('NULLS', 'FIRST')) return { expression, descending, nulls: 'first' };
  if (reader.acceptKeyword('NULLS', 'LAST')) return { expression, descending, nulls: 'last' };
  return { expression, descending, nulls: undefined };
}

/** SuiteQL has no LIMIT: rows are cut with FETCH FIRST n ROWS ONLY, ROWNUM or the URL's limit. */
function parseFetch(reader: TokenReader): number | undefined {
  if (reader.isKeyword('LIMIT')) throw unsupportedQuery('LIMIT; use FETCH FIRST n ROWS ONLY or the limit parameter');
  if (!reader.acceptKeyword('FETCH')) return undefined;
  if (!reader.acceptKeyword('FIRST') && !reader.acceptKeyword('NEXT')) throw reader.unexpected('FIRST');
  const count = reader.take();
  if (count.kind !== 'number') throw unsupportedQuery('FETCH FIRST needs a number');
  if (!reader.acceptKeyword('ROWS')) reader.expectKeyword('ROW');
  reader.expectKeyword('ONLY');
  return Number(count.text);
}
