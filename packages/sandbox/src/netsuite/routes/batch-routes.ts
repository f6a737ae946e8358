import { randomUUID } from 'node:crypto';
import { decodedPath } from '../../kit/fault-injection.ts';
import { NetSuiteError, errorBody, errorResponse, invalidContent, invalidParameter } from '../errors.ts';
import type { RecordType } from '../records/field-types.ts';
import { readBody } from '../records/read-body.ts';
import { createRecord, deleteRecord, requireRecord, updateRecord, upsertRecord } from '../records/record-service.ts';
import { unknownNamesMode } from './record-request.ts';
import type { NetSuiteRequest, RouteContext } from './request-context.ts';
import { RECORD, REST, jsonBody, originOf, requireWrite, setParameter } from './request-context.ts';

/** What happened to one record of a batch. */
export interface BatchOutcome {
  readonly status: number;
  /** Path of the record, if it was written. */
  readonly location?: string;
  readonly error?: object;
}

export interface AsyncJob {
  readonly id: string;
  readonly idempotencyKey: string | null;
  readonly isBatch: boolean;
  readonly startedAt: string;
  readonly outcomes: readonly BatchOutcome[];
}

export const JOBS = '__asyncJobs';
const MAX_BATCH = 100;

export function isAsync(c: NetSuiteRequest): boolean {
  return (c.req.header('Prefer') ?? '').toLowerCase().includes('respond-async');
}

/**
 * Accepts a write as asynchronous work, for one record or for up to 100 records of a collection. Answers 202 with the
 * job's URL. Using the same idempotency key again does nothing: it is refused, and Location points at the first job.
 */
export async function acceptBatch(c: NetSuiteRequest, context: RouteContext, type: RecordType): Promise<Response> {
  requireWrite(context, c, type);
  if (!isAsync(c)) throw asyncHeaderMissing();
  const idempotencyKey = readIdempotencyKey(c);
  const jobs = context.system.state.collection<AsyncJob>(JOBS);
  const known = idempotencyKey === null ? undefined : jobs.find((each) => each.idempotencyKey === idempotencyKey);
  if (known !== undefined) return errorResponse(alreadySubmitted(), accepted(c, known));
  const job = await runJob(c, context, type, idempotencyKey);
  jobs.insert(job.id, job);
  return c.body(null, 202, accepted(c, job));
}

function accepted(c: NetSuiteRequest, job: AsyncJob): Record<string, string> {
  return { Location: `${originOf(c)}${REST}/async/v1/job/${job.id}`, 'Preference-Applied': 'respond-async' };
}

function alreadySubmitted(): NetSuiteError {
  return new NetSuiteError(400, {
    detail:
      'A request with the same idempotency key is already submitted. See the "Location" header for a link to the previously submitted job',
    code: 'IDEMPOTENCY_ERROR',
  });
}

async function runJob(
  c: NetSuiteRequest,
  context: RouteContext,
  type: RecordType,
  idempotencyKey: string | null,
): Promise<AsyncJob> {
  const isBatch = c.req.method !== 'POST' || (c.req.header('Content-Type') ?? '').includes('type=collection');
  const items = await batchItems(c, isBatch);
  const path = decodedPath(c.req.url);
  const fault = context.system.faults.take(['partial-batch'], { method: c.req.method, path });
  const failing = fault === undefined ? [] : (fault.indexes ?? [0]);
  const outcomes = items.map((item, index): BatchOutcome => {
    if (failing.includes(index)) return failure(lockError(fault?.code));
    try {
      return perform(c, context, type, item);
    } catch (error) {
      if (error instanceof NetSuiteError) return failure(error);
      throw error;
    }
  });
  return {
    id: String(context.system.state.next('netsuite-async-job')),
    idempotencyKey,
    isBatch,
    startedAt: context.system.clock.now().toISOString(),
    outcomes,
  };
}

async function batchItems(c: NetSuiteRequest, isBatch: boolean): Promise<readonly unknown[]> {
  const items = c.req.method === 'DELETE' ? [...setParameter(c, 'ids')] : itemsOf(await jsonBody(c), isBatch);
  if (items.length === 0) throw invalidParameter('ids', 'Provide at least one record.');
  if (items.length > MAX_BATCH) throw invalidContent(`A batch may hold at most ${MAX_BATCH} records.`);
  return items;
}

function itemsOf(body: unknown, isBatch: boolean): readonly unknown[] {
  if (!isBatch) return [body];
  const items = typeof body === 'object' && body !== null ? (body as { items?: unknown }).items : undefined;
  if (!Array.isArray(items)) throw invalidContent("A collection needs 'items'.", 'items');
  return items;
}

function perform(c: NetSuiteRequest, { store }: RouteContext, type: RecordType, item: unknown): BatchOutcome {
  if (c.req.method === 'DELETE') {
    deleteRecord(store, requireRecord(store, type, String(item)));
    return { status: 204 };
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
  return { status: 204, location: `${RECORD}/${type.name}/${written().id}` };
}

function textKey(id: unknown): string {
  if (typeof id === 'string' || typeof id === 'number') return String(id);
  throw invalidContent("'id' must be a text or a number.", 'id');
}

function requiredKey(externalId: unknown): string {
  if (typeof externalId === 'string' && externalId !== '') return externalId;
  throw invalidContent("Every record of the collection needs 'externalId'.", 'externalId');
}

function failure(error: NetSuiteError): BatchOutcome {
  return { status: error.status, error: errorBody(error) };
}

function lockError(code = 'RCRD_HAS_BEEN_CHANGED'): NetSuiteError {
  return new NetSuiteError(400, { detail: 'Error while accessing a resource. Record has been changed.', code });
}

function readIdempotencyKey(c: NetSuiteRequest): string | null {
  const key = c.req.header('X-NetSuite-Idempotency-Key');
  if (key === undefined) return null;
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)) return key.toLowerCase();
  throw new NetSuiteError(400, {
    detail: `The header 'X-NetSuite-Idempotency-Key' must be a UUID, e.g. ${randomUUID()}.`,
    code: 'INVALID_HEADER',
    header: 'X-NetSuite-Idempotency-Key',
  });
}

function asyncHeaderMissing(): NetSuiteError {
  return new NetSuiteError(400, {
    detail: "Collections are changed asynchronously. Set the header to 'Prefer: respond-async'.",
    code: 'INVALID_HEADER',
    header: 'Prefer',
  });
}
