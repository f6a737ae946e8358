import type { SourceRecord } from '@throughline/core/connector';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { ownValue } from '@throughline/core/connector/own-value';
import { z } from 'zod';
import { checkDrift, parseWire } from '../kit/parse-wire.ts';

const TITLE = 'Kantata OX';

const row = z.record(z.string(), z.unknown());
const envelope = z.looseObject({
  count: z.number(),
  results: z.array(z.object({ key: z.string(), id: z.coerce.string() })),
});

/**
 * The records of a reply in the order of `results`, because the map that holds them has no order and may hold others.
 * @throws ConnectorError `SCHEMA_DRIFT`
 */
export function unwrap(body: unknown, name: string): readonly SourceRecord[] {
  const { results, ...maps } = parseWire(envelope, body, TITLE, name);
  const byId = parseWire(row.optional(), ownValue(maps, name), TITLE, name) ?? {};
  return results
    .filter(({ key }) => key === name)
    .map(({ id }) => parseWire(row, ownValue(byId, id), TITLE, `${name} (results names a record that is not there)`));
}

/** A record as the manifest describes it: ids as texts wherever the vendor writes a number, no empty fields. */
export function toRecord(raw: SourceRecord, object: ObjectManifest): SourceRecord {
  const entries = Object.entries(raw)
    .filter(([, value]) => value !== null)
    .map(([name, value]): [string, unknown] => [name, withTextIds(value, ownValue(object.schema.properties, name))]);
  return checkDrift(Object.fromEntries(entries), object, [object.identity.field], TITLE);
}

function withTextIds(value: unknown, schema: JsonSchema | undefined): unknown {
  if (Array.isArray(value)) return value.map((each) => withTextIds(each, schema?.items));
  return typeof value === 'number' && schema?.type === 'string' ? String(value) : value;
}
