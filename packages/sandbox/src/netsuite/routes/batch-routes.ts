import { decodedPath } from '../../kit/fault-injection.ts';
import { NetSuiteError, errorResponse, invalidContent, invalidParameter, noSuchRecordType } from '../errors.ts';
import type { RecordType } from '../records/field-types.ts';
import { readBody } from '../records/read-body.ts';
import { createRecord, deleteRecord, requireRecord, updateRecord, upsertRecord } from '../records/record-service.ts';
import { findRecordType } from '../records/record-types.ts';
import { unknownNamesMode } from './record-request.ts';
import type { NetSuiteRequest, RouteContext } from './request-context.ts';
import { RECORD, jsonBody, originOf, requireWrite, setParameter } from './request-context.ts';

const MAX_BATCH = 100;

/** A write of up to 100 records of one collection. */
export function isBatch(c: NetSuiteRequest): boolean {
  const { pathname } = new URL(c.req.url);
  if (!new RegExp(`^${RECORD}/[^/]+/?$`).test(pathname) || c.req.method === 'GET') return false;
  return c.req.method !== 'POST' || (c.req.header('Content-Type') ?? '').includes('type=collection');
}

/** Performs each record on its own and answers what its synchronous call would have answered, in order. */
export async function runBatch(c: NetSuiteRequest, context: RouteContext): Promise<Response[]> {
  const type = typeOfPath(c);
  requireWrite(context, c, type);
  const items = await batchItems(c);
  const path = decodedPath(c.req.url);
  const fault = context.system.faults.take(['partial-batch'], { method: c.req.method, path });
  const failing = fault === undefined ? [] : (fault.indexes ?? [0]);
  return items.map((item, index) => {
    if (failing.includes(index)) return errorResponse(lockError(fault?.code));
    try {
      return perform(c, context, type, item);
    } catch (error) {
      if (error instanceof NetSuiteError) return errorResponse(error);
      throw error;
    }
  });
}

/** The middleware that runs a batch stands before the routes, so the type is read from the path. */
function typeOfPath(c: NetSuiteRequest): RecordType {
  const name = new URL(c.req.url).pathname.split('/')[5] ?? '';
  const type = findRecordType(name);
  if (type === undefined) throw noSuchRecordType(name);
  return type;
}

async function batchItems(c: NetSuiteRequest): Promise<readonly unknown[]> {
  const items = c.req.method === 'DELETE' ? [...setParameter(c, 'ids')] : itemsOf(await jsonBody(c));
  if (items.length === 0) throw invalidParameter('ids', 'Provide at least one record.');
  if (items.length > MAX_BATCH) throw invalidContent(`A batch may hold at most ${MAX_BATCH} records.`);
  return items;
}

function itemsOf(body: unknown): readonly unknown[] {
  const items = typeof body === 'object' && body !== null ? (body as { items?: unknown }).items : undefined;
  if (!Array.isArray(items)) throw invalidContent("A collection needs 'items'.", 'items');
  return items;
}

function perform(c: NetSuiteRequest, { store }: RouteContext, type: RecordType, item: unknown): Response {
  if (c.req.method === 'DELETE') {
    deleteRecord(store, requireRecord(store, type, String(item)));
    return new Response(null, { status: 204 });
  }
  const body = readBody({ store, unknownNames: unknownNamesMode(c), warnings: [] }, type.fields, item);
  const replace = setParameter(c, 'replace');
  const { id, externalId } = item as { id?: unknown; externalId?: unknown };
  const written = (): { id: string } => {
    if (c.req.method === 'POST') return createRecord(store, type, body);
    if (c.req.method === 'PUT') return upsertRecord(store, type, requiredKey(externalId), body, replace);
    const key = id === undefined ? `eid:${requiredKey(externalId)}` : textKey(id);
    return updateRecord(store, type, requireRecord(store, type, key), body, replace);
  };
  const location = `${originOf(c)}${RECORD}/${type.name}/${written().id}`;
  return new Response(null, { status: 204, headers: { Location: location } });
}

function textKey(id: unknown): string {
  if (typeof id === 'string' || typeof id === 'number') return String(id);
  throw invalidContent("'id' must be a text or a number.", 'id');
}

function requiredKey(externalId: unknown): string {
  if (typeof externalId === 'string' && externalId !== '') return externalId;
  throw invalidContent("Every record of the collection needs 'externalId'.", 'externalId');
}

function lockError(code = 'RCRD_HAS_BEEN_CHANGED'): NetSuiteError {
  return new NetSuiteError(400, { detail: 'Error while accessing a resource. Record has been changed.', code });
}

/** Collections are changed asynchronously only. */
export function asyncHeaderMissing(): NetSuiteError {
  return new NetSuiteError(400, {
    detail: "Collections are changed asynchronously. Set the header to 'Prefer: respond-async'.",
    code: 'INVALID_HEADER',
    header: 'Prefer',
  });
}
