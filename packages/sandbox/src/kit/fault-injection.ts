import { setTimeout as delay } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import type { Fault, FaultKind, FaultPlan } from './faults.ts';
import type { VendorProblem } from './problem.ts';
import { applySchemaDrift } from './schema-drift.ts';
import type { SandboxEnv } from './system.ts';

const REQUEST_FAULTS: readonly FaultKind[] = [
  'throttle',
  'server-error',
  'lock',
  'timeout-before',
  'timeout-after-commit',
  'slow',
  'half-open',
  'malformed-body',
  'schema-drift',
];

/** Plays at most one planned fault on each request. `partial-batch` is taken by the batch handlers themselves. */
export function injectFaults(
  faults: FaultPlan,
  problem: (problem: VendorProblem) => Response,
  onFault: (context: Context<SandboxEnv>, fault: Fault) => void,
): MiddlewareHandler<SandboxEnv> {
  return async (context, next) => {
    const fault = faults.take(REQUEST_FAULTS, { method: context.req.method, path: decodedPath(context.req.url) });
    if (fault === undefined) return await next();
    onFault(context, fault);
    return await play(fault, context, next, problem);
  };
}

async function play(
  fault: Fault,
  context: Context<SandboxEnv>,
  next: () => Promise<void>,
  problem: (problem: VendorProblem) => Response,
): Promise<Response | void> {
  switch (fault.kind) {
    case 'throttle':
      return problem({ kind: 'throttled', retryAfterSeconds: fault.retryAfterSeconds });
    case 'server-error':
      return problem({ kind: 'server-error', status: fault.status ?? 503 });
    case 'lock':
      return problem({ kind: 'lock' });
    case 'timeout-before':
      return cutConnection(context);
    case 'timeout-after-commit':
      if (fault.delayMs !== undefined) return await actAfterCut(context, next, fault.delayMs);
      await next();
      return cutConnection(context);
    case 'half-open':
      return await neverAnswer(context);
    case 'slow':
      await delay(fault.delayMs ?? 1000);
      return await next();
    case 'malformed-body':
      await next();
      return await truncateBody(context);
    case 'schema-drift':
      await next();
      return await driftBody(context, fault);
    case 'partial-batch':
    case 'duplicate-event':
    case 'out-of-order-events':
      return await next();
  }
}

function cutConnection(context: Context<SandboxEnv>): Response {
  context.env.incoming.socket.destroy();
  return replaceResponse(context, RESPONSE_ALREADY_SENT);
}

/** The caller is cut off at once, and its request is carried out after nobody is waiting any more. */
async function actAfterCut(
  context: Context<SandboxEnv>,
  next: () => Promise<void>,
  delayMs: number,
): Promise<Response> {
  context.env.incoming.socket.destroy();
  await delay(delayMs);
  await next();
  return replaceResponse(context, RESPONSE_ALREADY_SENT);
}

/** Accepts and stays silent until the caller gives up. */
async function neverAnswer(context: Context<SandboxEnv>): Promise<Response> {
  const { socket } = context.env.incoming;
  if (!socket.destroyed) await new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return RESPONSE_ALREADY_SENT;
}

async function truncateBody(context: Context<SandboxEnv>): Promise<Response> {
  const body = await context.res.text();
  const cut = body.length > 1 ? body.slice(0, Math.ceil(body.length / 2)) : '{"';
  return replaceResponse(
    context,
    new Response(cut, { status: withBody(context.res.status), headers: bodyHeaders(context) }),
  );
}

async function driftBody(context: Context<SandboxEnv>, fault: Fault): Promise<Response | void> {
  const body = await context.res.clone().text();
  if (body === '' || fault.drift === undefined) return;
  const drifted = JSON.stringify(applySchemaDrift(JSON.parse(body), fault.drift));
  return replaceResponse(context, new Response(drifted, { status: context.res.status, headers: bodyHeaders(context) }));
}

/**
 * Hono merges the headers of the earlier response into a later one, so they are cleared first to make this a
 * replacement.
 */
function replaceResponse(context: Context<SandboxEnv>, response: Response): Response {
  context.res = undefined;
  context.res = response;
  return response;
}

function bodyHeaders(context: Context<SandboxEnv>): Headers {
  const headers = new Headers(context.res.headers);
  headers.delete('content-length');
  return headers;
}

/** 204 may not carry a body, so a malformed answer to it becomes a 200. */
function withBody(status: number): number {
  return status === 204 ? 200 : status;
}

export function decodedPath(url: string): string {
  const { pathname, search } = new URL(url);
  const text = pathname + search.replaceAll('+', ' ');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
