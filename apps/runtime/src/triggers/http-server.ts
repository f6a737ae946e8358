import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { WebhookRequest } from '@throughline/core/connector';
import type { WebhookAnswer } from './accept-webhook.ts';
import { problem, problemBody, type Problem } from './problem.ts';
import { readBody } from './read-body.ts';

export interface HttpServerOptions {
  readonly host: string;
  readonly port: number;
  /** The address to which systems send webhooks; what they send names it when absent. */
  readonly hooksUrl?: string | undefined;
  readonly log: Logger;
  readonly acceptWebhook: (
    connectionId: string,
    request: WebhookRequest,
    traceId: string | undefined,
  ) => Promise<WebhookAnswer>;
  /** Facts for `GET /health`; unhealthy answers 503. */
  readonly health: () => Promise<{ readonly isHealthy: boolean; readonly facts: Readonly<Record<string, unknown>> }>;
}

export interface RunningHttpServer {
  readonly port: number;
  /** Accepts no new requests, and resolves when those under way are answered. */
  close(): Promise<void>;
}

/** The runtime's only door: webhooks of the connected systems, and its health. */
export async function startHttpServer(options: HttpServerOptions): Promise<RunningHttpServer> {
  const server = createServer((request, response) => {
    handle(options, request, response).catch((error: unknown) => {
      options.log.error({ err: error, url: request.url }, 'A request failed.');
      const detail = 'The event could not be stored. Nothing of it was kept; send it again later.';
      if (!response.headersSent) sendProblem(response, problem(503, 'not-stored', 'Service unavailable', detail));
    });
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  await listen(server, options);
  return {
    port: (server.address() as AddressInfo).port,
    close: () => closeSoon(server),
  };
}

/** A request under way keeps a stop waiting for at most this long. Its sender gets no 2xx and sends it again. */
const answerMs = 1500;

/**
 * Node ends idle connections once, and only those that carried a request. One that was opened ahead, or whose answer is
 * on its way at this moment, would keep the server open for as long as its other end likes.
 */
async function closeSoon(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const all = setTimeout(() => server.closeAllConnections(), answerMs);
  await closed;
  clearInterval(idle);
  clearTimeout(all);
}

function listen(server: Server, { host, port }: HttpServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

async function handle(options: HttpServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'no-store');
  const pathname = URL.parse(request.url ?? '/', 'http://runtime')?.pathname;
  if (pathname === undefined) {
    return sendProblem(response, problem(400, 'bad-address', 'Bad request', 'The address cannot be read.'));
  }
  if (pathname === '/health' && request.method === 'GET') {
    const { isHealthy, facts } = await options.health();
    return sendJson(response, isHealthy ? 200 : 503, facts);
  }
  const connectionId = /^\/hooks\/([^/]+)$/.exec(pathname)?.[1];
  if (connectionId === undefined) {
    return sendProblem(response, problem(404, 'not-found', 'Not found', 'There is nothing at this address.'));
  }
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    return sendProblem(
      response,
      problem(405, 'method-not-allowed', 'Method not allowed', 'Webhooks are sent by POST.'),
    );
  }
  const body = await readBody(request);
  if (body === undefined) {
    response.setHeader('connection', 'close');
    return sendProblem(response, problem(413, 'body-too-large', 'Content too large', 'A webhook may have 2 MiB.'));
  }
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const hook = { url: calledUrl(options, request), headers, body };
  const answer = await options.acceptWebhook(connectionId, hook, traceIdOf(headers['traceparent']));
  if (answer.isAccepted) return sendJson(response, 202, { events: answer.events, taken: answer.taken });
  return sendProblem(response, answer.problem);
}

/** The address as its sender called it. What proxies changed on the way is not seen here, so the setting goes first. */
function calledUrl({ hooksUrl }: HttpServerOptions, { url = '', headers }: IncomingMessage): string {
  return (hooksUrl ?? `http://${headers.host ?? ''}`).replace(/\/$/, '') + url;
}

/** The trace id of a W3C `traceparent` header. */
function traceIdOf(traceparent: string | undefined): string | undefined {
  const traceId = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/.exec(traceparent ?? '')?.[1];
  return traceId === '0'.repeat(32) ? undefined : traceId;
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function sendProblem(response: ServerResponse, refusal: Problem): void {
  response.writeHead(refusal.status, { 'content-type': 'application/problem+json' }).end(problemBody(refusal));
}
