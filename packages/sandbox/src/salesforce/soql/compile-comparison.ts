import { normalizeId } from '../ids.ts';
import type { FieldValue } from '../records/sobject.ts';
import type { Field } from '../schema/field.ts';
import type { ComparisonOperator, Literal, Query } from './ast.ts';
import { queryError } from './query-error.ts';
import type { QueryScope, SelectIds } from './query-scope.ts';
import { spanOf } from './relative-dates.ts';
import type { Span } from './relative-dates.ts';

type Test = (value: FieldValue) => boolean;
type Comparable = string | number | boolean;

/** A test of one field value against one literal. Throws when the literal does not fit the field's type. */
export function compileComparison(
  scope: QueryScope,
  field: Field,
  operator: ComparisonOperator,
  literal: Literal,
): Test {
  if (operator === 'like') return compileLike(scope, field, literal);
  // The platform stores an empty text as null, so it also compares it as null.
  const isEmptyText = literal.kind === 'string' && literal.value === '' && isText(field);
  if (literal.kind === 'null' || isEmptyText) return compileNull(scope, operator, literal);
  if (literal.kind === 'relative') return compileSpan(scope, field, operator, literal);
  const wanted = readLiteral(scope, field, literal);
  if (operator === '=') return (value) => comparable(field, value) === wanted;
  if (operator === '!=') return (value) => comparable(field, value) !== wanted;
  // Ids can be compared by order, which integrations use to walk large tables (developer.salesforce.com, "PK chunking
  // techniques").
  if (field.type === 'boolean' || field.type === 'reference') throw wrongOperator(scope, literal);
  return (value) => {
    const actual = comparable(field, value);
    return actual !== null && holds(operator, compare(actual, wanted));
  };
}

/** Tests membership. A null in the list is found, as on the platform. */
export function compileSet(
  scope: QueryScope,
  field: Field,
  values: readonly Literal[] | Query,
  selectIds: SelectIds,
): Test {
  if (!isLiteralList(values)) {
    if (field.type !== 'id' && field.type !== 'reference') {
      throw queryError(
        'MALFORMED_QUERY',
        scope.source,
        values.from.position,
        'A semi-join needs an id or reference field on its left',
      );
    }
    const ids = selectIds(values);
    return (value) => typeof value === 'string' && ids.has(value);
  }
  const tests = values.map((each) => compileComparison(scope, field, '=', each));
  return (value) => tests.some((test) => test(value));
}

function isLiteralList(values: readonly Literal[] | Query): values is readonly Literal[] {
  return Array.isArray(values);
}

function compileLike(scope: QueryScope, field: Field, literal: Literal): Test {
  if (literal.kind !== 'string' || !isText(field)) throw wrongOperator(scope, literal);
  const source = literal.value.replaceAll(/\\[_%]|[_%]|[.*+?^${}()|[\]\\]/g, (found) => {
    if (found === '%') return '.*';
    if (found === '_') return '.';
    return found === String.raw`\_` || found === String.raw`\%` ? found.slice(1) : `\\${found}`;
  });
  const pattern = new RegExp(`^${source}$`, 'is');
  return (value) => typeof value === 'string' && pattern.test(value);
}

function compileNull(scope: QueryScope, operator: ComparisonOperator, literal: Literal): Test {
  if (operator === '=') return (value) => value === null;
  if (operator === '!=') return (value) => value !== null;
  throw wrongOperator(scope, literal);
}

/** A relative date is a span: `<` means before it, `>` after it, `=` within. */
function compileSpan(
  scope: QueryScope,
  field: Field,
  operator: ComparisonOperator,
  literal: Literal & { kind: 'relative' },
): Test {
  if (field.type !== 'date' && field.type !== 'datetime') throw wrongType(scope, field, literal);
  const span = spanOf(literal.name, literal.count, scope.nowMs);
  return (value) => {
    const at = typeof value === 'string' ? Date.parse(value) : null;
    if (at === null) return operator === '!=';
    return spanHolds(operator, at, span);
  };
}

function spanHolds(operator: ComparisonOperator, at: number, span: Span): boolean {
  switch (operator) {
    case '=':
      return at >= span.fromMs && at < span.untilMs;
    case '!=':
      return at < span.fromMs || at >= span.untilMs;
    case '<':
      return at < span.fromMs;
    case '<=':
      return at < span.untilMs;
    case '>':
      return at >= span.untilMs;
    case '>=':
      return at >= span.fromMs;
    case 'like':
      return false;
  }
}

function readLiteral(scope: QueryScope, field: Field, literal: Literal): Comparable {
  switch (field.type) {
    case 'boolean':
      if (literal.kind === 'boolean') return literal.value;
      break;
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      if (literal.kind === 'number') return literal.value;
      break;
    case 'date':
      if (literal.kind === 'date') return literal.value;
      break;
    case 'datetime':
      if (literal.kind === 'datetime') return Date.parse(literal.value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
      break;
    case 'id':
    case 'reference':
      if (literal.kind === 'string') return readId(scope, literal);
      break;
    case 'string':
    case 'textarea':
    case 'email':
    case 'phone':
    case 'url':
    case 'picklist':
      if (literal.kind === 'string') return unescapeWildcards(literal.value).toLowerCase();
      break;
  }
  throw wrongType(scope, field, literal);
}

function readId(scope: QueryScope, literal: Literal & { kind: 'string' }): string {
  const id = normalizeId(literal.value);
  if (id !== undefined) return id;
  throw queryError('INVALID_FIELD', scope.source, literal.position, `invalid ID field: ${literal.value}`);
}

/** Texts compare without case, instants as milliseconds. */
export function comparable(field: Field, value: FieldValue): Comparable | null {
  if (value === null || typeof value !== 'string') return value;
  if (field.type === 'datetime') return Date.parse(value);
  return isText(field) ? value.toLowerCase() : value;
}

export function compare(left: Comparable, right: Comparable): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function holds(operator: '<' | '<=' | '>' | '>=', order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function isText(field: Field): boolean {
  return ['string', 'textarea', 'email', 'phone', 'url', 'picklist'].includes(field.type);
}

function unescapeWildcards(text: string): string {
  return text.replaceAll(/\\([_%])/g, '$1');
}

function wrongType(scope: QueryScope, field: Field, literal: Literal) {
  const isNumber = ['int', 'double', 'currency', 'percent'].includes(field.type);
  const type = isText(field)
    ? 'string'
    : isNumber
      ? field.type === 'int'
        ? 'int'
        : 'double'
      : field.type === 'datetime'
        ? 'dateTime'
        : field.type;
  const quotes =
    literal.kind === 'string'
      ? ' and should not be enclosed in quotes'
      : isText(field)
        ? ' and should be enclosed in quotes'
        : '';
  const message = `value of filter criterion for field '${field.name}' must be of type ${type}${quotes}`;
  return queryError('INVALID_FIELD', scope.source, literal.position, message);
}

function wrongOperator(scope: QueryScope, literal: Literal) {
  return queryError('INVALID_QUERY_FILTER_OPERATOR', scope.source, literal.position, 'invalid operator');
}
