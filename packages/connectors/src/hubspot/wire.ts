import type { SourceRecord } from '@throughline/core/connector';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { z } from 'zod';
import { wholeMarks } from '../kit/changes/whole-marks.ts';
import { withDeletions } from '../kit/changes/with-deletions.ts';
import type { HttpRequest } from '../kit/http-request.ts';
import { afterId } from '../kit/pagers/after-id.ts';
import { cursor } from '../kit/pagers/cursor.ts';
import type { Pager } from '../kit/pagers/pager.ts';
import { whole } from '../kit/pagers/whole.ts';
import { checkDrift, parseWire } from '../kit/parse-wire.ts';
import type { RowQuery } from '../kit/session/row-query.ts';
import type { Call, ObjectWire } from '../kit/session/system.ts';
import { archivedRecords } from './oddities/archived-records.ts';
import { associated } from './oddities/associated.ts';
import { associationWire } from './oddities/associations.ts';
import { batches } from './oddities/batches.ts';
import { fits, toSearch } from './search.ts';
import { fromProperty, propertiesOf } from './properties.ts';

const listReply = z.object({
  results: z.array(z.looseObject({ id: z.string(), properties: z.record(z.string(), z.unknown()).optional() })),
});

const byCursor = cursor('paging.next.after');

/** CRM records, whose fields are properties. `mark` is the property with the time of the last change. */
const crm = (mark: string): ObjectWire => ({
  // Searches end after 10,000 results, so a filtered list is continued by id; whole lists have no such end.
  pager: (query) => (isSearch(query) && query.order === 'id' ? afterId(({ id }) => id) : byCursor),
  request: (_call, object, query, schema) =>
    isSearch(query) ? toSearch(object, query, schema, mark) : toList(object, schema),
  rows: (body, { name }) => parseWire(listReply, body, 'HubSpot', name).results,
  keeps: fits,
  toRecord,
  filterable: (object, schema) => [object.identity.field, ...propertiesOf(schema)],
  idForm: /^\d+$/,
  byId: (call, object, id) => get(call, object, id),
  byKey: (call, object, key) => get(call, object, key, call.fields.requireSetting('keyProperty')),
  keyField: (call) => call.fields.requireSetting('keyProperty'),
  children: associated,
  mark,
  changes: withDeletions(wholeMarks(), archivedRecords),
  writes: batches,
});

/** Set-up lists, which are read as they come. */
const plain = (path: string, pager: Pager, idForm?: RegExp): ObjectWire => ({
  pager,
  request: (_call, _object, { where }) => ({
    method: 'GET',
    path,
    query: Object.fromEntries(
      where.flatMap((each) =>
        each.test === 'equals' && each.field === 'email' ? [['email', String(each.value)]] : [],
      ),
    ),
    isRepeatable: true,
  }),
  rows: (body, { name }) => parseWire(listReply, body, 'HubSpot', name).results,
  keeps: (row, { where }) => fits({ id: row['id'], properties: row }, { where }),
  toRecord: (row, object) => checkDrift(present(row), object, ['id'], 'HubSpot'),
  ...(idForm !== undefined && { idForm }),
});

const wires: Readonly<Record<string, ObjectWire>> = {
  companies: crm('hs_lastmodifieddate'),
  contacts: crm('lastmodifieddate'),
  deals: crm('hs_lastmodifieddate'),
  line_items: crm('hs_lastmodifieddate'),
  products: crm('hs_lastmodifieddate'),
  owners: plain('/crm/v3/owners', byCursor, /^\d+$/),
  pipelines: plain('/crm/v3/pipelines/deals', whole),
  associations: associationWire,
};

export function wireOf({ name }: ObjectManifest): ObjectWire {
  const wire = wires[name];
  if (wire === undefined) throw new Error(`No wire for ${name}.`);
  return wire;
}

function isSearch({ where, order }: RowQuery): boolean {
  return where.length > 0 || order !== 'id';
}

function toList(object: ObjectManifest, schema: JsonSchema): HttpRequest {
  const properties = propertiesOf(schema).join(',');
  return { method: 'GET', path: `/crm/v3/objects/${object.name}`, query: { properties }, isRepeatable: true };
}

/** One record by its id, or by the value of a unique property. */
async function get(call: Call, object: ObjectManifest, id: string, idProperty?: string) {
  const schema = await call.schema(object);
  const reply = await call.send({
    method: 'GET',
    path: `/crm/v3/objects/${object.name}/${encodeURIComponent(id)}`,
    query: { properties: propertiesOf(schema).join(','), idProperty },
    isRepeatable: true,
    accept: [404],
  });
  return reply.status === 404 ? undefined : toRecord({ ...(reply.body as SourceRecord) }, object, schema);
}

/** Properties and id side by side, without empty ones. */
function toRecord(row: SourceRecord, object: ObjectManifest, { properties = {} }: JsonSchema): SourceRecord {
  const values = Object.entries((row['properties'] ?? {}) as SourceRecord)
    .filter(([name, value]) => Object.hasOwn(properties, name) && value !== '')
    .map(([name, value]): [string, unknown] => [name, fromProperty(value, properties[name])]);
  return checkDrift(present({ ...Object.fromEntries(values), id: row['id'] }), object, ['id'], 'HubSpot');
}

function present(row: SourceRecord): SourceRecord {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined));
}
