import { malformedJson, refusal } from '../salesforce-error.ts';
import type { ErrorEntry } from '../salesforce-error.ts';
import { atomically } from '../records/unit-of-work.ts';
import { collectionOperations } from './collection-operations.ts';
import { describeOperations } from './describe-operations.ts';
import { externalIdOperations } from './external-id-operations.ts';
import { BASE } from './operation.ts';
import type { ApiCall, ApiResponse, Operation } from './operation.ts';
import { queryOperations } from './query-operations.ts';
import { recordOperations } from './record-operations.ts';
import { resolveReferences, UnresolvedReference } from './resolve-references.ts';
import { runSubrequest } from './run-subrequest.ts';
import type { Subrequest } from './run-subrequest.ts';

const MOST_SUBREQUESTS = 25;
const MOST_QUERIES = 5;
const COLLECTION = /\/composite\/sobjects\b/;

export const compositeOperations: readonly Operation[] = [
  { method: 'POST', path: `${BASE}/composite`, run: composite },
  { method: 'POST', path: `${BASE}/composite/batch`, run: batch },
];

/** The operations that a composite request may contain. */
const INSIDE: readonly Operation[] = [
  ...describeOperations,
  ...queryOperations,
  ...collectionOperations,
  ...recordOperations,
  ...externalIdOperations,
];

const HALTED: ErrorEntry = {
  errorCode: 'PROCESSING_HALTED',
  message: 'The transaction was rolled back since another operation in the same transaction failed.',
};

class RollBack extends Error {
  override name = 'RollBack';
}

interface Result {
  readonly referenceId: string;
  readonly response: ApiResponse;
}

/** Runs up to 25 subrequests in order. Each can use what earlier ones answered. */
function composite(call: ApiCall): ApiResponse {
  const { requests, allOrNone } = readComposite(call);
  const results: Result[] = [];
  if (!allOrNone) {
    for (const request of requests) results.push(runOne(call, request, results));
    return answer(results);
  }
  try {
    atomically(call.unit, () => {
      for (const request of requests) {
        const result = runOne(call, forceAllOrNone(request), results);
        results.push(hasFailedRecord(result) ? { ...result, response: { ...result.response, status: 400 } } : result);
        if (results.some(isFailure)) throw new RollBack();
      }
    });
    return answer(results);
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
    const failed = results.find(isFailure);
    const halt = ({ referenceId }: Subrequest): Result => ({ referenceId, response: { status: 400, body: [HALTED] } });
    return answer(requests.map((request) => (request.referenceId === failed?.referenceId ? failed : halt(request))));
  }
}

function runOne(call: ApiCall, request: Subrequest, earlier: readonly Result[]): Result {
  const { referenceId } = request;
  const bodies = new Map(
    earlier.filter((each) => !isFailure(each)).map((each) => [each.referenceId, each.response.body]),
  );
  try {
    return { referenceId, response: runSubrequest(call, INSIDE, resolveReferences(request, bodies)) };
  } catch (error) {
    if (!(error instanceof UnresolvedReference)) throw error;
    return {
      referenceId,
      response: { status: 400, body: [{ errorCode: 'PROCESSING_HALTED', message: error.message }] },
    };
  }
}

/** All-or-none of the whole request overrides the setting of a collection inside it. */
function forceAllOrNone(request: Subrequest): Subrequest {
  if (!COLLECTION.test(request.url) || request.method === 'GET') return request;
  if (request.method !== 'DELETE') return { ...request, body: { ...(request.body as object), allOrNone: true } };
  const url = request.url.replace(/([?&])allOrNone=\w+&?/i, '$1');
  return { ...request, url: `${url}&allOrNone=true` };
}

function hasFailedRecord({ response }: Result): boolean {
  return (
    Array.isArray(response.body) && response.body.some((each: { success?: unknown } | null) => each?.success === false)
  );
}

function answer(results: readonly Result[]): ApiResponse {
  const compositeResponse = results.map(({ referenceId, response }) => ({
    body: response.body ?? null,
    httpHeaders: response.headers ?? {},
    httpStatusCode: response.status,
    referenceId,
  }));
  return { status: 200, body: { compositeResponse } };
}

/**
 * Runs up to 25 independent subrequests. Their URLs are relative to `/services/data/`, and nothing is rolled back
 * together.
 */
function batch(call: ApiCall): ApiResponse {
  const { batchRequests, haltOnError } = (call.body ?? {}) as { batchRequests?: unknown; haltOnError?: unknown };
  if (!Array.isArray(batchRequests)) throw malformedJson('The request needs "batchRequests", a list.');
  refuseTooMany(batchRequests.length);
  const results: { statusCode: number; result: unknown }[] = [];
  for (const entry of batchRequests as readonly { method?: string; url?: string; richInput?: unknown }[]) {
    if (haltOnError === true && results.some((result) => result.statusCode >= 400)) {
      results.push({
        statusCode: 412,
        result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }],
      });
      continue;
    }
    const url = `/services/data/${(entry.url ?? '').replace(/^\/?(?:services\/data\/)?/, '')}`;
    const response = runSubrequest(call, INSIDE, {
      method: entry.method ?? 'GET',
      url,
      referenceId: '',
      body: entry.richInput,
    });
    results.push({ statusCode: response.status, result: response.body ?? null });
  }
  return { status: 200, body: { hasErrors: results.some((result) => result.statusCode >= 400), results } };
}

function readComposite(call: ApiCall): { requests: readonly Subrequest[]; allOrNone: boolean } {
  const { compositeRequest, allOrNone } = (call.body ?? {}) as { compositeRequest?: unknown; allOrNone?: unknown };
  if (!Array.isArray(compositeRequest)) throw malformedJson('The request needs "compositeRequest", a list.');
  refuseTooMany(compositeRequest.length);
  const requests = compositeRequest as readonly Partial<Subrequest>[];
  const seen = new Set<string>();
  for (const { method, url, referenceId } of requests) {
    if (!method || !url || !referenceId)
      throw refusal(400, 'JSON_PARSER_ERROR', 'Every subrequest needs "method", "url" and "referenceId".');
    if (!/^[A-Za-z]\w*$/.test(referenceId))
      throw refusal(400, 'INVALID_INPUT', `Provided referenceId ('${referenceId}') is not valid.`);
    if (seen.has(referenceId))
      throw refusal(400, 'DUPLICATE_VALUE', `Duplicate referenceId provided in the request: ${referenceId}`);
    seen.add(referenceId);
  }
  const queries = requests.filter(({ url }) => /\/(?:query|queryAll|composite\/sobjects)\b/.test(url ?? '')).length;
  if (queries > MOST_QUERIES) {
    throw refusal(
      400,
      'LIMIT_EXCEEDED',
      `At most ${MOST_QUERIES} subrequests can be query or sObject Collections operations, this request has ${queries}.`,
    );
  }
  return { requests: requests as readonly Subrequest[], allOrNone: allOrNone === true };
}

function refuseTooMany(count: number): void {
  if (count <= MOST_SUBREQUESTS) return;
  throw refusal(
    400,
    'LIMIT_EXCEEDED',
    `The number of subrequests is limited to ${MOST_SUBREQUESTS}, this request has ${count}.`,
  );
}

function isFailure(result: Result): boolean {
  return result.response.status >= 400;
}
