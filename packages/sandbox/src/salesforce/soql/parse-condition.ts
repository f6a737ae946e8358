import type { ComparisonOperator, Condition, Literal, Path, Query } from './ast.ts';
import { isRelativeDate } from './relative-dates.ts';
import type { TokenReader } from './token-reader.ts';

type ReadQuery = (reader: TokenReader) => Query;

/** A WHERE condition. AND and OR may not be mixed without parentheses, as in the platform. */
export function parseCondition(reader: TokenReader, readQuery: ReadQuery): Condition {
  const first = readOperand(reader, readQuery);
  const kind = reader.isKeyword('and') ? 'and' : reader.isKeyword('or') ? 'or' : null;
  if (kind === null) return first;
  const conditions = [first];
  while (reader.takeKeywords(kind)) conditions.push(readOperand(reader, readQuery));
  if (reader.isKeyword('and') || reader.isKeyword('or')) throw reader.unexpected();
  return { kind, conditions };
}

function readOperand(reader: TokenReader, readQuery: ReadQuery): Condition {
  if (reader.takeKeywords('not')) return { kind: 'not', condition: readOperand(reader, readQuery) };
  if (!reader.takeSymbol('(')) return readComparison(reader, readQuery);
  const condition = parseCondition(reader, readQuery);
  reader.expectSymbol(')');
  return condition;
}

function readComparison(reader: TokenReader, readQuery: ReadQuery): Condition {
  const { text, position } = reader.expect('name');
  const path: Path = { names: text.split('.'), position };
  if (reader.takeKeywords('not', 'in'))
    return { kind: 'in', path, isNegated: true, values: readSet(reader, readQuery) };
  if (reader.takeKeywords('in')) return { kind: 'in', path, isNegated: false, values: readSet(reader, readQuery) };
  if (reader.isKeyword('includes') || reader.isKeyword('excludes')) {
    throw reader.refuse(
      'MALFORMED_QUERY',
      reader.peek().position,
      'INCLUDES and EXCLUDES are not supported by the sandbox: it has no multi-select picklist',
    );
  }
  const operator = readOperator(reader);
  return { kind: 'comparison', path, operator, value: readLiteral(reader) };
}

function readOperator(reader: TokenReader): ComparisonOperator {
  if (reader.takeKeywords('like')) return 'like';
  const token = reader.next();
  if (token.kind !== 'symbol' || !['=', '!=', '<>', '<', '<=', '>', '>='].includes(token.text))
    throw reader.unexpected(token);
  return token.text === '<>' ? '!=' : (token.text as ComparisonOperator);
}

function readSet(reader: TokenReader, readQuery: ReadQuery): readonly Literal[] | Query {
  reader.expectSymbol('(');
  if (reader.isKeyword('select')) {
    const query = readQuery(reader);
    reader.expectSymbol(')');
    return query;
  }
  const values = [readLiteral(reader)];
  while (reader.takeSymbol(',')) values.push(readLiteral(reader));
  reader.expectSymbol(')');
  return values;
}

function readLiteral(reader: TokenReader): Literal {
  const { kind, text, position } = reader.next();
  switch (kind) {
    case 'string':
      return { kind: 'string', value: text, position };
    case 'number':
      return { kind: 'number', value: Number(text), position };
    case 'date':
    case 'datetime':
      if (!isRealInstant(text)) throw reader.refuse('MALFORMED_QUERY', position, `Invalid ${kind}: ${text}`);
      return { kind, value: text, position };
    case 'name':
      return readWord(reader, text, position);
    case 'symbol':
    case 'end':
      throw reader.unexpected({ kind, text, position });
  }
}

/** The day must exist: Date.parse alone would take 31 February. */
function isRealInstant(text: string): boolean {
  const day = text.slice(0, 10);
  const atMidnight = Date.parse(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(atMidnight) && new Date(atMidnight).toISOString().startsWith(day);
  return isDay && (text === day || !Number.isNaN(Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))));
}

function readWord(reader: TokenReader, text: string, position: number): Literal {
  const word = text.toLowerCase();
  if (word === 'null') return { kind: 'null', position };
  if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true', position };
  const [name = '', count] = text.toUpperCase().split(':');
  if (!isRelativeDate(name, count !== undefined)) throw reader.unexpected({ kind: 'name', text, position });
  return { kind: 'relative', name, count: count === undefined ? null : Number(count), position };
}
