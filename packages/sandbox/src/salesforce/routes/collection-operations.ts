import { normalizeId } from '../ids.ts';
import { recordsOf } from '../records/sobject.ts';
import { upsertRecord } from '../records/upsert-record.ts';
import { createRecord, deleteRecord, updateRecord } from '../records/write-record.ts';
import { malformedJson, refusal } from '../salesforce-error.ts';
import { findType, typeOfId } from '../schema/catalog.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import { BASE, booleanParameter, parameter, typeOfCall } from './operation.ts';
import type { ApiCall, ApiResponse, Operation } from './operation.ts';
import { projectRecord } from './record-operations.ts';
import { saveEach } from './save-results.ts';

const MOST_RECORDS = 200;
const MOST_RETRIEVED = 2000;
const PATH = `${BASE}/composite/sobjects`;

export const collectionOperations: readonly Operation[] = [
  { method: 'POST', path: PATH, run: createAll },
  { method: 'PATCH', path: PATH, run: updateAll },
  { method: 'DELETE', path: PATH, run: deleteAll },
  { method: 'GET', path: `${PATH}/:object`, run: retrieveByUrl },
  { method: 'POST', path: `${PATH}/:object`, run: retrieveByBody },
  { method: 'PATCH', path: `${PATH}/:object/:field`, run: upsertAll },
];

type Item = Record<string, unknown>;

function createAll(call: ApiCall): ApiResponse {
  const { records, allOrNone } = readCollection(call);
  const body = saveEach(call, records, allOrNone, (item) => {
    const record = createRecord(call.unit, typeOfItem(item), item);
    return { id: String(record['Id']), success: true, errors: [] };
  });
  return { status: 200, body };
}

function updateAll(call: ApiCall): ApiResponse {
  const { records, allOrNone } = readCollection(call);
  const body = saveEach(call, records, allOrNone, (item) => {
    const [key, given] = Object.entries(item).find(([name]) => name.toLowerCase() === 'id') ?? [];
    const id = typeof given === 'string' ? normalizeId(given) : undefined;
    if (id === undefined || key === undefined)
      throw refusal(400, 'MISSING_ARGUMENT', 'Id not specified in an update call', ['Id']);
    const { [key]: _, ...rest } = item;
    updateRecord(call.unit, typeOfItem(item), id, rest);
    return { id, success: true, errors: [] };
  });
  return { status: 200, body };
}

function upsertAll(call: ApiCall): ApiResponse {
  const { records, allOrNone } = readCollection(call);
  const type = typeOfCall(call);
  const field = parameter(call, 'field');
  const body = saveEach(call, records, allOrNone, (item) => {
    if (typeOfItem(item) !== type) throw refusal(400, 'INVALID_TYPE', `All records must be of type ${type.name}`, []);
    const key = Object.entries(item).find(([name]) => name.toLowerCase() === field.toLowerCase())?.[1];
    if (typeof key !== 'string' || key === '')
      throw refusal(400, 'MISSING_ARGUMENT', `${field} not specified`, [field]);
    const { record, isCreated } = upsertRecord(call.unit, type, field, key, item);
    return { id: String(record['Id']), success: true, errors: [], created: isCreated };
  });
  return { status: 200, body };
}

function deleteAll(call: ApiCall): ApiResponse {
  const ids = (call.query.get('ids') ?? '').split(',').filter(Boolean);
  refuseTooMany(ids.length, MOST_RECORDS);
  const isAllOrNone = booleanParameter(call, 'allOrNone');
  const body = saveEach(call, ids, isAllOrNone, (given) => {
    const id = normalizeId(given);
    const type = id === undefined ? undefined : typeOfId(id);
    if (id === undefined || type === undefined) throw refusal(400, 'MALFORMED_ID', `malformed id ${given}`, []);
    deleteRecord(call.unit, type, id);
    return { id, success: true, errors: [] };
  });
  return { status: 200, body };
}

function retrieveByUrl(call: ApiCall): ApiResponse {
  const list = (name: string): string[] => (call.query.get(name) ?? '').split(',').filter(Boolean);
  return retrieve(call, list('ids'), list('fields'));
}

function retrieveByBody(call: ApiCall): ApiResponse {
  const { ids, fields } = (call.body ?? {}) as { ids?: unknown; fields?: unknown };
  if (!Array.isArray(ids) || !Array.isArray(fields)) throw malformedJson('ids and fields must be lists');
  return retrieve(call, ids.map(String), fields.map(String));
}

/** Records in the order of their ids, with null for one that does not exist. */
function retrieve(call: ApiCall, ids: readonly string[], fields: readonly string[]): ApiResponse {
  const type = typeOfCall(call);
  refuseTooMany(ids.length, MOST_RETRIEVED);
  const body = ids.map((given) => {
    const record = recordsOf(call.unit.state, type).get(normalizeId(given) ?? '');
    return record === undefined || record['IsDeleted'] === true ? null : projectRecord(call, type, record, fields);
  });
  return { status: 200, body };
}

function readCollection(call: ApiCall): { records: Item[]; allOrNone: boolean } {
  const { records, allOrNone } = (call.body ?? {}) as { records?: unknown; allOrNone?: unknown };
  if (!Array.isArray(records) || !records.every((item) => typeof item === 'object' && item !== null)) {
    throw malformedJson('The request needs "records", a list of sObjects.');
  }
  refuseTooMany(records.length, MOST_RECORDS);
  return { records: records as Item[], allOrNone: allOrNone === true };
}

function typeOfItem(item: Item): SObjectType {
  const name = (item['attributes'] as { type?: unknown } | undefined)?.type;
  const type = typeof name === 'string' ? findType(name) : undefined;
  if (type === undefined) throw refusal(400, 'INVALID_TYPE', `sObject type '${String(name)}' is not supported.`, []);
  return type;
}

function refuseTooMany(count: number, most: number): void {
  if (count <= most) return;
  throw refusal(400, 'INVALID_INPUT', `The maximum number of records is ${most}, this request has ${count}`);
}
