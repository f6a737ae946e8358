import { findByKey, SeveralMatches, upsertRecord } from '../records/upsert-record.ts';
import type { SObject } from '../records/sobject.ts';
import { deleteRecord } from '../records/write-record.ts';
import { malformedJson, notFound } from '../salesforce-error.ts';
import { normalizeId } from '../ids.ts';
import { readRelated } from './read-related.ts';
import { BASE, baseUrl, booleanParameter, parameter, typeOfCall } from './operation.ts';
import type { ApiCall, ApiResponse, Operation } from './operation.ts';
import { created, readResponse } from './record-operations.ts';

const PATH = `${BASE}/sobjects/:object/:field/:value`;

export const externalIdOperations: readonly Operation[] = [
  { method: 'GET', path: PATH, run: read },
  { method: 'PATCH', path: PATH, run: upsert },
  { method: 'DELETE', path: PATH, run: remove },
];

/** The same path shape means a relationship when its middle part is a record's id. */
function read(call: ApiCall): ApiResponse {
  const type = typeOfCall(call);
  const id = normalizeId(parameter(call, 'field'));
  return id === undefined ? readResponse(call, type, onlyMatch(call)) : readRelated(call, type, id);
}

function upsert(call: ApiCall): ApiResponse {
  const type = typeOfCall(call);
  const { body } = call;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw malformedJson('The HTTP entity body is required, but this request has no entity body.');
  }
  const outcome = upsertRecord(
    call.unit,
    type,
    parameter(call, 'field'),
    parameter(call, 'value'),
    body as Record<string, unknown>,
    booleanParameter(call, 'updateOnly'),
  );
  if (outcome.isCreated) return created(call, type, outcome.record, { created: true });
  return { status: 200, body: { id: outcome.record['Id'], success: true, errors: [], created: false } };
}

function remove(call: ApiCall): ApiResponse {
  deleteRecord(call.unit, typeOfCall(call), String(onlyMatch(call)['Id']));
  return { status: 204 };
}

function onlyMatch(call: ApiCall): SObject {
  const matches = findByKey(call.unit, typeOfCall(call), parameter(call, 'field'), parameter(call, 'value'));
  const [match] = matches;
  if (match === undefined) throw notFound();
  if (matches.length > 1) throw new SeveralMatches(matches.map((each) => String(each['Id'])));
  return match;
}

/** The 300 answer lists the addresses of the records with that external id. */
export function severalMatches(call: ApiCall, ids: readonly string[]): ApiResponse {
  return { status: 300, body: ids.map((id) => `${baseUrl(call)}/sobjects/${typeOfCall(call).name}/${id}`) };
}
