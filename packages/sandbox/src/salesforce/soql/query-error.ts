import { refusal } from '../salesforce-error.ts';
import type { SalesforceError } from '../salesforce-error.ts';

export type QueryErrorCode =
  | 'MALFORMED_QUERY'
  | 'INVALID_FIELD'
  | 'INVALID_TYPE'
  | 'NUMBER_OUTSIDE_VALID_RANGE'
  | 'INVALID_QUERY_FILTER_OPERATOR';

/**
 * A refusal in the vendor's layout: an excerpt of the query, a caret below the position, row and column, then the
 * sentence.
 */
export function queryError(code: QueryErrorCode, source: string, position: number, message: string): SalesforceError {
  const before = source.slice(0, position);
  const row = before.split('\n').length;
  const column = position - (before.lastIndexOf('\n') + 1);
  const start = Math.max(0, position - 45);
  const excerpt = source.slice(start, position + 35).replaceAll('\n', ' ');
  const caret = `${' '.repeat(position - start)}^`;
  return refusal(400, code, `\n${excerpt}\n${caret}\nERROR at Row:${row}:Column:${column + 1}\n${message}`);
}

export function unexpectedToken(source: string, position: number, token: string): SalesforceError {
  const message = token === '' ? 'unexpected token: <EOF>' : `unexpected token: '${token}'`;
  return queryError('MALFORMED_QUERY', source, position, message);
}
