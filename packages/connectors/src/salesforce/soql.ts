import { ConnectorError } from '@throughline/core/connector/error';
import type { JsonSchema } from '@throughline/core/connector/json-schema';

export type FilterValue = string | number | boolean | null;

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** A text as a SOQL literal. */
export function quote(text: string): string {
  return `'${text.replaceAll(/[\\'"\n\r\t\b\f]/g, (character) => ESCAPES[character] ?? character)}'`;
}

/**
 * A value as the literal that its field needs: dates and instants are not quoted. @throws ConnectorError `validation`
 */
export function literal(value: FilterValue, name: string, schema: JsonSchema | undefined): string {
  if (value === null) return 'null';
  if (typeof value !== 'string') return String(value);
  if (schema?.format === 'date') return datePart(value, /^\d{4}-\d{2}-\d{2}$/, name, 'a day like 2026-11-23');
  if (schema?.format === 'date-time') {
    const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;
    return datePart(value, isInstant, name, 'an instant like 2026-11-23T14:00:00Z');
  }
  return quote(value);
}

export interface SoqlQuery {
  readonly fields: readonly string[];
  readonly object: string;
  readonly where: readonly string[];
  readonly orderBy?: readonly string[] | undefined;
  readonly limit?: number | undefined;
}

export function buildSoql({ fields, object, where, orderBy, limit }: SoqlQuery): string {
  return [
    `SELECT ${fields.join(', ')} FROM ${object}`,
    where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`,
    orderBy === undefined ? '' : `ORDER BY ${orderBy.join(', ')}`,
    limit === undefined ? '' : `LIMIT ${limit}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

export function equals(name: string, value: FilterValue, schema: JsonSchema | undefined): string {
  return `${name} = ${literal(value, name, schema)}`;
}

/** True for texts with this part, whatever its case. */
export function contains(name: string, part: string): string {
  const inside = quote(part)
    .slice(1, -1)
    .replaceAll(/[%_]/g, String.raw`\$&`);
  return `${name} LIKE '%${inside}%'`;
}

export function isOneOf(name: string, values: readonly string[]): string {
  return `${name} IN (${values.map(quote).join(', ')})`;
}

/** Beyond a position in (mark, id) order. */
export function isAfter(field: string, at: string, id: string): string {
  const mark = literal(at, field, { format: 'date-time' });
  return `(${field} > ${mark} OR (${field} = ${mark} AND Id > ${quote(id)}))`;
}

function datePart(value: string, pattern: RegExp, name: string, expected: string): string {
  if (pattern.test(value)) return value;
  throw new ConnectorError(`${name} has to be compared with ${expected}, not “${value}”.`, {
    class: 'validation',
    fields: [name],
  });
}
