import { randomUUID } from 'node:crypto';
import { NetSuiteError, errorResponse } from '../errors.ts';
import { isBatch, runBatch } from './batch-routes.ts';
import { RECORD, REST, originOf } from './request-context.ts';
import type { NetSuiteApp, NetSuiteRequest, RouteContext } from './request-context.ts';

/** What a task answered: exactly what the synchronous call would have answered. */
export interface AsyncTask {
  readonly status: number;
  readonly contentType: string | null;
  /** Path of the record that was written, if there is one. */
  readonly location: string | null;
  readonly body: string | null;
}

export interface AsyncJob {
  readonly id: string;
  readonly idempotencyKey: string | null;
  readonly startedAt: string;
  readonly tasks: readonly AsyncTask[];
}

export const JOBS = '__asyncJobs';

export function isAsync(c: NetSuiteRequest): boolean {
  return (c.req.header('Prefer') ?? '').toLowerCase().includes('respond-async');
}

/**
 * Accepts any call on records and queries as asynchronous work and answers 202 with the job's URL. The work is done at
 * once. A batch has one task per record. Using the same idempotency key again does nothing: it is refused, and Location
 * points at the first job.
 */
export function asyncRequests(app: NetSuiteApp, context: RouteContext): void {
  const { state, clock } = context.system;
  for (const area of [RECORD, `${REST}/query`]) {
    app.use(`${area}/*`, async (c, next) => {
      if (!isAsync(c)) return await next();
      const idempotencyKey = readIdempotencyKey(c);
      const jobs = state.collection<AsyncJob>(JOBS);
      const known = idempotencyKey === null ? undefined : jobs.find((each) => each.idempotencyKey === idempotencyKey);
      if (known !== undefined) return errorResponse(alreadySubmitted(), accepted(c, known.id));
      const answers = isBatch(c) ? await runBatch(c, context) : [await answerOf(c, next)];
      const tasks = await Promise.all(answers.map(async (answer) => await taskOf(c, answer)));
      const id = String(state.next('netsuite-async-job'));
      jobs.insert(id, { id, idempotencyKey, startedAt: clock.now().toISOString(), tasks });
      c.res = new Response(null, { status: 202, headers: accepted(c, id) });
      return undefined;
    });
  }
}

async function answerOf(c: NetSuiteRequest, next: () => Promise<void>): Promise<Response> {
  await next();
  const answer = c.res;
  // Otherwise the answer to come would inherit the headers of this one.
  c.res = undefined;
  return answer;
}

async function taskOf(c: NetSuiteRequest, answer: Response): Promise<AsyncTask> {
  const body = await answer.text();
  return {
    status: answer.status,
    contentType: answer.headers.get('Content-Type'),
    location: answer.headers.get('Location')?.replace(originOf(c), '') ?? null,
    body: body === '' ? null : body,
  };
}

function accepted(c: NetSuiteRequest, jobId: string): Record<string, string> {
  return { Location: `${originOf(c)}${REST}/async/v1/job/${jobId}`, 'Preference-Applied': 'respond-async' };
}

function alreadySubmitted(): NetSuiteError {
  return new NetSuiteError(400, {
    detail:
      'A request with the same idempotency key is already submitted. See the "Location" header for a link to the previously submitted job',
    code: 'IDEMPOTENCY_ERROR',
  });
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
