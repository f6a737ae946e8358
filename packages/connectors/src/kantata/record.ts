import type { SourceRecord } from '@throughline/core/connector';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { checkDrift } from '../kit/parse-wire.ts';
import { ownValue } from '@throughline/core/connector/own-value';

/** A record as the manifest describes it: ids as texts wherever the vendor writes a number, no empty fields. */
export function toRecord(raw: SourceRecord, object: ObjectManifest): SourceRecord {
  const entries = Object.entries(raw)
    .filter(([, value]) => value !== null)
    .map(([name, value]): [string, unknown] => [name, withTextIds(value, ownValue(object.schema.properties, name))]);
  return checkDrift(Object.fromEntries(entries), object, [object.identity.field], 'Kantata OX');
}

export function idOf(record: SourceRecord): string {
  return String(record['id']);
}

function withTextIds(value: unknown, schema: JsonSchema | undefined): unknown {
  if (Array.isArray(value)) return value.map((each) => withTextIds(each, schema?.items));
  return typeof value === 'number' && schema?.type === 'string' ? String(value) : value;
}
