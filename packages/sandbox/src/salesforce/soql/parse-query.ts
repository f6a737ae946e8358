import type { AggregateName, OrderItem, Path, Query, SelectItem } from './ast.ts';
import { parseCondition } from './parse-condition.ts';
import { TokenReader } from './token-reader.ts';

const AGGREGATES: readonly string[] = ['count', 'count_distinct', 'sum', 'avg', 'min', 'max'] satisfies AggregateName[];

/** Valid SOQL that the stand-in does not support is refused by name instead of being ignored. */
const UNSUPPORTED = ['having', 'with', 'for', 'using', 'update', 'all', 'scope', 'typeof'];

const CLAUSES = new Set(['from', 'where', 'group', 'order', 'limit', 'offset', ...UNSUPPORTED]);

/** Parses one SOQL statement. Throws MALFORMED_QUERY with the position. */
export function parseQuery(source: string): Query {
  const reader = new TokenReader(source);
  const query = readQuery(reader, false);
  if (reader.peek().kind !== 'end') throw refuseRest(reader);
  return query;
}

function readQuery(reader: TokenReader, isNested: boolean): Query {
  reader.expectKeyword('select');
  const select = readSelect(reader, isNested);
  reader.expectKeyword('from');
  const from = readFrom(reader);
  const where = reader.takeKeywords('where') ? parseCondition(reader, (inner) => readQuery(inner, true)) : null;
  const groupBy = reader.takeKeywords('group', 'by') ? readList(reader, readPath) : [];
  const orderBy = reader.takeKeywords('order', 'by') ? readList(reader, readOrderItem) : [];
  const limit = reader.takeKeywords('limit') ? readCount(reader) : null;
  const offset = reader.takeKeywords('offset') ? readCount(reader) : 0;
  return { select, from, where, groupBy, orderBy, limit, offset };
}

function readSelect(reader: TokenReader, isNested: boolean): SelectItem[] {
  return readList(reader, () => {
    if (!reader.takeSymbol('(')) return readSelectItem(reader);
    if (isNested)
      throw reader.refuse(
        'MALFORMED_QUERY',
        reader.peek().position,
        'Only one level of subqueries is supported by the sandbox',
      );
    const query = readQuery(reader, true);
    reader.expectSymbol(')');
    return { kind: 'children', query };
  });
}

function readSelectItem(reader: TokenReader): SelectItem {
  const token = reader.peek();
  if (reader.isKeyword('typeof')) throw refuseRest(reader);
  const isCall = reader.peek(1).kind === 'symbol' && reader.peek(1).text === '(';
  if (!isCall) return { kind: 'field', path: readPath(reader) };
  const name = reader.expect('name').text.toLowerCase();
  if (!AGGREGATES.includes(name)) {
    throw reader.refuse(
      'MALFORMED_QUERY',
      token.position,
      `The function ${token.text.toUpperCase()} is not supported by the sandbox`,
    );
  }
  reader.expectSymbol('(');
  const path = reader.peek().kind === 'name' ? readPath(reader) : null;
  if (path === null && name !== 'count') throw reader.unexpected();
  reader.expectSymbol(')');
  const hasAlias = reader.peek().kind === 'name' && !CLAUSES.has(reader.peek().text.toLowerCase());
  return {
    kind: 'aggregate',
    name: name as AggregateName,
    path,
    alias: hasAlias ? reader.next().text : null,
    position: token.position,
  };
}

function readFrom(reader: TokenReader): Query['from'] {
  const { text: name, position } = reader.expect('name');
  reader.takeKeywords('as');
  const hasAlias = reader.peek().kind === 'name' && !CLAUSES.has(reader.peek().text.toLowerCase());
  const from = { name, alias: hasAlias ? reader.next().text : null, position };
  if (reader.peek().text === ',') {
    throw reader.refuse(
      'MALFORMED_QUERY',
      reader.peek().position,
      'Alias notation with several objects in FROM is not supported by the sandbox',
    );
  }
  return from;
}

export function readPath(reader: TokenReader): Path {
  const { text, position } = reader.expect('name');
  if (text.includes(':')) throw reader.refuse('MALFORMED_QUERY', position, `unexpected token: '${text}'`);
  return { names: text.split('.'), position };
}

function readOrderItem(reader: TokenReader): OrderItem {
  const path = readPath(reader);
  const isDescending = reader.takeKeywords('desc');
  if (!isDescending) reader.takeKeywords('asc');
  const areNullsLast = reader.takeKeywords('nulls', 'last');
  if (!areNullsLast) reader.takeKeywords('nulls', 'first');
  return { path, isDescending, areNullsLast };
}

function readCount(reader: TokenReader): number {
  const { text, position } = reader.expect('number');
  if (!/^\d+$/.test(text)) throw reader.refuse('MALFORMED_QUERY', position, `unexpected token: '${text}'`);
  return Number(text);
}

function readList<T>(reader: TokenReader, readOne: (reader: TokenReader) => T): T[] {
  const items = [readOne(reader)];
  while (reader.takeSymbol(',')) items.push(readOne(reader));
  return items;
}

function refuseRest(reader: TokenReader) {
  const token = reader.peek();
  if (!UNSUPPORTED.includes(token.text.toLowerCase())) return reader.unexpected();
  return reader.refuse(
    'MALFORMED_QUERY',
    token.position,
    `The clause ${token.text.toUpperCase()} is not supported by the sandbox`,
  );
}
