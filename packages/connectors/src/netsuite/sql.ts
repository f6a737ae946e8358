import { ConnectorError } from '@throughline/core/connector/error';
import type { JsonSchema } from '@throughline/core/connector/json-schema';

export type FilterValue = string | number | boolean | null;

/** ISO without zone: SuiteQL shows instants in the zone of the integration user, which has to be GMT (see quirks). */
const INSTANT_FORMAT = `'YYYY-MM-DD"T"HH24:MI:SS'`;
const DATE_FORMAT = `'YYYY-MM-DD'`;

export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Selects a column. Dates and instants become ISO texts, whatever the account's own format is. */
export function selectExpression(column: string, schema: JsonSchema | undefined): string {
  if (schema?.format === 'date') return `TO_CHAR(${column}, ${DATE_FORMAT})`;
  if (schema?.format === 'date-time') return `TO_CHAR(${column}, ${INSTANT_FORMAT})`;
  return column;
}

export function equals(column: string, value: FilterValue, schema: JsonSchema | undefined, name: string): string {
  if (value === null) return `${column} IS NULL`;
  if (typeof value === 'boolean') return `${column} = '${value ? 'T' : 'F'}'`;
  if (typeof value === 'number') return `${column} = ${value}`;
  if (schema?.format === 'date' || schema?.format === 'date-time') {
    return `${selectExpression(column, schema)} = ${quote(value)}`;
  }
  if (schema?.type === 'object') return `${column} = ${referenceLiteral(value, name)}`;
  return `${column} = ${quote(value)}`;
}

/** True for texts with this part, whatever its case. In the part, `%` and `_` stand for anything. */
export function contains(column: string, part: string): string {
  return `UPPER(${column}) LIKE ${quote(`%${part.toUpperCase()}%`)}`;
}

/** Not earlier than an instant. */
export function notBefore(column: string, instant: string): string {
  return `${column} >= TO_TIMESTAMP(${quote(toSeconds(instant))}, ${INSTANT_FORMAT})`;
}

/**
 * Selects what lies beyond a position in (text of the mark, id) order. Texts are compared, because the mark is shown in
 * whole seconds.
 */
export function isAfter(column: string, idColumn: string, at: string, id: string): string {
  const mark = `TO_CHAR(${column}, ${INSTANT_FORMAT})`;
  const text = quote(toSeconds(at));
  return `(${mark} > ${text} OR (${mark} = ${text} AND ${idColumn} > ${referenceLiteral(id, 'id')}))`;
}

export function markOrder(column: string): string {
  return `TO_CHAR(${column}, ${INSTANT_FORMAT})`;
}

/** Internal ids are numbers to SuiteQL. @throws ConnectorError `validation` */
export function referenceLiteral(id: string, name: string): string {
  if (/^-?\d+$/.test(id)) return id;
  if (/^[A-Z_]+$/i.test(id)) return quote(id);
  throw new ConnectorError(`${name} has to be an internal id of NetSuite, not “${id}”.`, {
    class: 'validation',
    fields: [name],
  });
}

function toSeconds(instant: string): string {
  return new Date(instant).toISOString().slice(0, 19);
}
