import type { Context, Hono } from 'hono';
import type { SandboxEnv, SystemContext } from '../../kit/system.ts';
import { findSession } from '../auth/sessions.ts';
import type { Session } from '../auth/sessions.ts';
import { publishChanges } from '../events/publish-changes.ts';
import { NEWEST_VERSION, OLDEST_VERSION } from '../org.ts';
import { beginUnit } from '../records/unit-of-work.ts';
import { malformedJson, notFound, refusal } from '../salesforce-error.ts';
import { ApiUsage } from './api-usage.ts';
import type { ApiCall, ApiResponse, Operation } from './operation.ts';
import { QueryCursors } from './query-cursors.ts';
import { runOperation } from './run-operation.ts';

/** Bytes of a URI (else 414), and of URI and headers together (else 431). */
const LONGEST_URI = 16_384;

/** Puts the operations on HTTP: session, API version, daily limit, JSON in and out, change events after success. */
export function registerOperations(
  app: Hono<SandboxEnv>,
  context: SystemContext,
  operations: readonly Operation[],
): void {
  const cursors = new QueryCursors(context.state);
  const usage = new ApiUsage(context.state, context.clock);
  for (const operation of operations) {
    app.on(operation.method, operation.path, async (c) => {
      const session = requireSession(c, context);
      const url = requestUri(c);
      const version = requireVersion(c.req.param('version') ?? '');
      const decision = usage.take();
      if (!decision.isAllowed) throw refusal(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
      const call: ApiCall = {
        context,
        cursors,
        usage,
        unit: beginUnit(context.state, context.clock, session.userId),
        method: operation.method,
        url,
        version,
        params: c.req.param() as Record<string, string>,
        query: new URL(c.req.url).searchParams,
        header: (name) => c.req.header(name),
        body: await readBody(c),
      };
      const response = runOperation(operation, call);
      publishChanges(context, call.unit.changes);
      return toResponse(response, `api-usage=${decision.used}/${decision.limit}`);
    });
  }
  refuseOtherMethods(app, operations);
}

/** Registered after all operations, so that only requests none of them handles arrive here. */
function refuseOtherMethods(app: Hono<SandboxEnv>, operations: readonly Operation[]): void {
  for (const [path, same] of Map.groupBy(operations, (operation) => operation.path)) {
    const allowed = same
      .map((operation) => operation.method)
      .toSorted()
      .join(',');
    app.all(path, (c) => {
      const message = `HTTP Method '${c.req.method}' not allowed. Allowed are ${allowed}`;
      return c.json([{ message, errorCode: 'METHOD_NOT_ALLOWED' }], 405, { Allow: allowed });
    });
  }
}

function requireSession(c: Context<SandboxEnv>, context: SystemContext): Session {
  const [, token] = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  if (token === undefined) throw refusal(401, 'INVALID_AUTH_HEADER', 'INVALID_HEADER_TYPE');
  const session = findSession(context.state, context.clock, token);
  if (session === undefined) throw refusal(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
  return session;
}

function requestUri(c: Context<SandboxEnv>): string {
  const { pathname, search } = new URL(c.req.url);
  const uri = pathname + search;
  if (uri.length > LONGEST_URI)
    throw refusal(414, 'URI_TOO_LONG', 'The length of the URI exceeds the 16,384 byte limit.');
  const headers = [...c.req.raw.headers].reduce((total, [name, value]) => total + name.length + value.length, 0);
  if (uri.length + headers > LONGEST_URI) {
    throw refusal(
      431,
      'REQUEST_HEADER_FIELDS_TOO_LARGE',
      'The combined length of the URI and headers exceeds the 16,384 byte limit.',
    );
  }
  return uri;
}

function requireVersion(version: string): string {
  const [, number] = /^v(\d+)\.0$/.exec(version) ?? [];
  if (number === undefined || Number(number) < OLDEST_VERSION || Number(number) > NEWEST_VERSION) throw notFound();
  return version;
}

async function readBody(c: Context<SandboxEnv>): Promise<unknown> {
  if (c.req.method === 'GET' || c.req.method === 'DELETE') return undefined;
  const text = await c.req.text();
  if (text.trim() === '') return undefined;
  const contentType = c.req.header('content-type') ?? '';
  if (!contentType.includes('json')) {
    throw refusal(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      `Content-Type '${contentType}' not supported. Only JSON is supported by the sandbox.`,
    );
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw malformedJson(error instanceof Error ? error.message : String(error));
  }
}

function toResponse(response: ApiResponse, limitInfo: string): Response {
  const headers = new Headers({ 'Sforce-Limit-Info': limitInfo, ...response.headers });
  if (response.body === undefined) return new Response(null, { status: response.status, headers });
  headers.set('Content-Type', 'application/json;charset=UTF-8');
  return new Response(JSON.stringify(response.body), { status: response.status, headers });
}
