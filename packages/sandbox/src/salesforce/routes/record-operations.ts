import { normalizeId } from '../ids.ts';
import type { SObject } from '../records/sobject.ts';
import { recordsOf } from '../records/sobject.ts';
import { createRecord, deleteRecord, updateRecord } from '../records/write-record.ts';
import { notFound } from '../salesforce-error.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import { projectFields } from '../soql/project.ts';
import { checkPreconditions, etagOf, isNotModified } from './conditional.ts';
import { BASE, baseUrl, parameter, typeOfCall } from './operation.ts';
import type { ApiCall, ApiResponse, Operation } from './operation.ts';

export const recordOperations: readonly Operation[] = [
  { method: 'POST', path: `${BASE}/sobjects/:object`, run: create },
  { method: 'GET', path: `${BASE}/sobjects/:object/:id`, run: read },
  { method: 'PATCH', path: `${BASE}/sobjects/:object/:id`, run: update },
  { method: 'DELETE', path: `${BASE}/sobjects/:object/:id`, run: remove },
];

function create(call: ApiCall): ApiResponse {
  const type = typeOfCall(call);
  const record = createRecord(call.unit, type, call.body);
  return created(call, type, record);
}

export function created(call: ApiCall, type: SObjectType, record: SObject, more: object = {}): ApiResponse {
  const id = String(record['Id']);
  const location = `${baseUrl(call)}/sobjects/${type.name}/${id}`;
  return { status: 201, body: { id, success: true, errors: [], ...more }, headers: { Location: location } };
}

function read(call: ApiCall): ApiResponse {
  const type = typeOfCall(call);
  const record = recordsOf(call.unit.state, type).get(idOfCall(call));
  if (record === undefined || record['IsDeleted'] === true) throw notFound();
  if (isNotModified(call, type, record)) return { status: 304 };
  checkPreconditions(call, type, record);
  return readResponse(call, type, record);
}

/** The record with the fields of `?fields=`, or all of them. */
export function readResponse(call: ApiCall, type: SObjectType, record: SObject): ApiResponse {
  const asked = call.query
    .get('fields')
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const etag = etagOf(type, record);
  const headers = {
    'Last-Modified': new Date(String(record['LastModifiedDate'])).toUTCString(),
    ...(etag !== null && { ETag: etag }),
  };
  return { status: 200, headers, body: projectRecord(call, type, record, asked) };
}

export function projectRecord(call: ApiCall, type: SObjectType, record: SObject, names?: readonly string[]): object {
  const source = names?.join(',') ?? '';
  const scope = {
    state: call.unit.state,
    source,
    nowMs: call.context.clock.nowMs(),
    includesDeleted: false,
    version: call.version,
  };
  return projectFields(scope, type, record, names ?? type.fields.map((field) => field.name));
}

function update(call: ApiCall): ApiResponse {
  const type = typeOfCall(call);
  const id = idOfCall(call);
  const record = recordsOf(call.unit.state, type).get(id);
  if (record !== undefined) checkPreconditions(call, type, record);
  updateRecord(call.unit, type, id, call.body);
  return { status: 204 };
}

function remove(call: ApiCall): ApiResponse {
  deleteRecord(call.unit, typeOfCall(call), idOfCall(call));
  return { status: 204 };
}

function idOfCall(call: ApiCall): string {
  const id = normalizeId(parameter(call, 'id'));
  if (id === undefined) throw notFound();
  return id;
}
