import type { SourceRecord } from '@throughline/core/connector';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { checkDrift } from '../kit/parse-wire.ts';
import { ownValue } from '@throughline/core/connector/own-value';

const PAGING = new Set(['links', 'count', 'hasMore', 'offset', 'totalResults']);

/** A record of the record service without its links and the paging of its lists, and without empty fields. */
export function toRecord(body: SourceRecord, object: ObjectManifest): SourceRecord {
  return checkDrift(withoutLinks(body), object, [object.identity.field], 'NetSuite');
}

/** A row of SuiteQL in the record's own shape: references as `{id}`, `T` and `F` as booleans, numbers as numbers. */
export function rowToRecord(row: SourceRecord, object: ObjectManifest, fields: readonly string[]): SourceRecord {
  const entries = fields.flatMap((name): [string, unknown][] => {
    const value = row[name.toLowerCase()];
    return value === null || value === undefined || value === ''
      ? []
      : [[name, toValue(value, ownValue(object.schema.properties, name))]];
  });
  return checkDrift(Object.fromEntries(entries), object, [object.identity.field], 'NetSuite');
}

function toValue(value: unknown, schema: JsonSchema | undefined): unknown {
  switch (schema?.type) {
    case 'object':
      return { id: String(value) };
    case 'boolean':
      return value === 'T' || value === true;
    case 'number':
    case 'integer':
      return toNumber(value);
    default:
      return schema?.format === 'date-time' ? `${String(value)}Z` : String(value);
  }
}

/** A value that is not a number stays as it is, so that the type check names it. */
function toNumber(value: unknown): unknown {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return Number.isNaN(number) ? value : number;
}

function withoutLinks(body: SourceRecord): SourceRecord {
  const entries = Object.entries(body).flatMap(([name, value]): [string, unknown][] =>
    value === null || (PAGING.has(name) && (name === 'links' || 'items' in body)) ? [] : [[name, clean(value)]],
  );
  return Object.fromEntries(entries);
}

function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  return typeof value === 'object' && value !== null ? withoutLinks({ ...value }) : value;
}
