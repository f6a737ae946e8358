import type { ServerResponse } from 'node:http';
import type { LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import { ConnectorError } from '@throughline/core/connector/error';
import { afterEach, describe, expect, it } from 'vitest';
import { fixedAuthorizer } from './kit/authorizer.ts';
import { createCallScope } from './kit/call-scope.ts';
import { HttpClient } from './kit/http-client.ts';
import type { HttpRequest } from './kit/http-request.ts';
import { Redactor } from './kit/redact.ts';
import { createTransport } from './kit/transport.ts';
import { createTestDependencies } from '../testing/test-dependencies.ts';
import { startTestServer } from '../testing/test-server.ts';
import type { SeenRequest } from '../testing/test-server.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const read: HttpRequest = { method: 'GET', path: '/things', isRepeatable: true };
const write: HttpRequest = { method: 'POST', path: '/things', body: { name: 'x' }, isRepeatable: false };

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function world(
  answer: (request: SeenRequest, response: ServerResponse, count: number) => void,
  more: {
    readonly maxBodyBytes?: number;
    readonly concurrency?: number;
    readonly urlOf?: (port: string) => string;
    readonly url?: string;
    readonly lookup?: LookupFunction;
  } = {},
) {
  const server = await startTestServer(answer);
  const test = createTestDependencies();
  const transport = createTransport({
    connections: 8,
    maxBodyBytes: more.maxBodyBytes,
    connectTimeoutMs: 2000,
    lookup: more.lookup,
  });
  closing.push(
    () => server.close(),
    () => transport.close(),
  );
  const redactor = new Redactor();
  redactor.add('s3cret-token');
  const client = new HttpClient({
    manifest: { title: 'Vendor', errorCodes: { LOCKED: 'lock' }, limits: { concurrency: 4, requestsPerSecond: 1000 } },
    baseUrl: more.url ?? more.urlOf?.(new URL(server.url).port) ?? server.url,
    transport,
    dependencies: test.dependencies,
    redactor,
    concurrency: more.concurrency,
    readProblem: ({ body }) => {
      const { code, message } = (body ?? {}) as { code?: string; message?: string };
      return { code, message };
    },
  });
  const send = (request: HttpRequest, deadlineMs = 20_000) =>
    client.send(request, fixedAuthorizer('s3cret-token'), createCallScope({ deadlineMs }, test.dependencies.now));
  const failure = async (request: HttpRequest, deadlineMs?: number) => {
    const error = await send(request, deadlineMs).catch((cause: unknown) => cause);
    if (!(error instanceof ConnectorError)) throw new Error('Expected a ConnectorError.');
    return error;
  };
  return { server, test, send, failure, transport };
}

describe('HttpClient', () => {
  it('sends JSON with credentials and gives back the parsed body', async () => {
    const { server, send } = await world((_request, response) => json(response, 201, { id: 1 }));
    const reply = await send({ ...write, query: { page: 2, none: undefined } });
    expect({ status: reply.status, body: reply.body }).toEqual({ status: 201, body: { id: 1 } });
    expect(server.seen).toEqual([
      {
        method: 'POST',
        url: '/things?page=2',
        headers: expect.objectContaining({
          authorization: 'Bearer s3cret-token',
          'content-type': 'application/json',
          accept: 'application/json',
        }),
        body: '{"name":"x"}',
      },
    ]);
  });

  it('repeats a write that certainly was never sent, and its outcome is known', async () => {
    const { test, failure } = await world(() => undefined, { url: 'http://127.0.0.1:1' });
    const error = await failure(write);
    expect([error.class, error.isOutcomeUnknown, error.message]).toEqual([
      'transient',
      false,
      'Vendor: No connection could be made (ECONNREFUSED).',
    ]);
    expect(test.journal.map(({ attempt, status }) => [attempt, status])).toEqual(
      [1, 2, 3, 4].map((n) => [n, undefined]),
    );
  });

  it('never repeats a write whose reply was lost', async () => {
    const { server, failure } = await world((_request, response) => response.destroy());
    const error = await failure(write);
    expect([error.class, error.isOutcomeUnknown]).toEqual(['transient', true]);
    expect(server.seen).toHaveLength(1);
  });

  it('repeats a read whose reply was lost or cut off in the middle of its body', async () => {
    const { server, send } = await world((_request, response, count) => {
      if (count === 1) response.destroy();
      else if (count === 2) {
        response.writeHead(200, { 'content-length': '100' }).write('{"half":');
        response.socket?.end();
      } else json(response, 200, { ok: true });
    });
    expect((await send(read)).body).toEqual({ ok: true });
    expect(server.seen).toHaveLength(3);
  });

  it.each([
    [500, true, 1],
    [502, true, 1],
    [504, true, 1],
    [503, false, 4],
    [429, false, 4],
  ])('treats a %i answer to a write as unknown: %s, and sends it %i times', async (status, isOutcomeUnknown, times) => {
    const { server, failure } = await world((_request, response) => json(response, status, {}));
    const error = await failure(write);
    expect(error.isOutcomeUnknown).toBe(isOutcomeUnknown);
    expect(server.seen).toHaveLength(times);
  });

  it('prefers the vendor’s code to the status', async () => {
    const { failure } = await world((_request, response) => json(response, 400, { code: 'LOCKED', message: 'Busy' }));
    const error = await failure(read);
    expect([error.class, error.vendorCode, error.status, error.message]).toEqual([
      'lock',
      'LOCKED',
      400,
      'Vendor: Busy. (LOCKED)',
    ]);
  });

  it('ends at the deadline even when the other side stays silent', async () => {
    const { failure } = await world(() => undefined);
    const error = await failure(write, 150);
    expect([error.class, error.isOutcomeUnknown, error.message]).toEqual([
      'transient',
      true,
      'Vendor did not answer within 150 ms.',
    ]);
  });

  it('stops reading a body that is too long', async () => {
    const { failure, server } = await world((_request, response) => json(response, 200, 'x'.repeat(5000)), {
      maxBodyBytes: 1000,
    });
    const error = await failure(read);
    expect([error.class, error.message]).toEqual(['fatal', 'Vendor: The reply is longer than 1000 bytes.']);
    expect(server.seen).toHaveLength(1);
  });

  it('decompresses a compressed reply, within the same limit', async () => {
    const packed = (value: string) => gzipSync(JSON.stringify(value));
    const { failure, send } = await world(
      (request, response) => {
        const text = request.url === '/small' ? 'small' : 'x'.repeat(5000);
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed(text));
      },
      { maxBodyBytes: 1000 },
    );
    expect((await send({ ...read, path: '/small' })).body).toBe('small');
    expect((await failure(read)).message).toBe('Vendor: The reply is longer than 1000 bytes.');
  });

  it('follows no redirect, because a redirect could carry the credentials elsewhere', async () => {
    const { failure, server } = await world((_request, response) => {
      response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    });
    expect((await failure(read)).class).toBe('fatal');
    expect(server.seen).toHaveLength(1);
  });

  it('finishes requests in flight when it is closed, and sends nothing after that', async () => {
    const arrived = Promise.withResolvers<ServerResponse>();
    const { send, failure, transport } = await world((_request, response) => arrived.resolve(response));
    const pending = send(write);
    const response = await arrived.promise;
    const closed = transport.close();
    json(response, 201, { id: 1 });
    expect((await pending).body).toEqual({ id: 1 });
    await closed;
    const error = await failure(write);
    expect([error.class, error.isOutcomeUnknown]).toEqual(['transient', false]);
  });

  it('stays within its share of concurrent requests', async () => {
    const open: ServerResponse[] = [];
    let most = 0;
    const { send } = await world(
      (_request, response) => {
        open.push(response);
        most = Math.max(most, open.length);
        setImmediate(() => {
          open.splice(open.indexOf(response), 1);
          json(response, 200, {});
        });
      },
      { concurrency: 2 },
    );
    await Promise.all(Array.from({ length: 12 }, () => send(read)));
    expect(most).toBe(2);
  });

  it('shows a secret neither in the journal nor in an error that echoes it', async () => {
    const { failure, test } = await world((_request, response) =>
      json(response, 400, { message: 'Bad token s3cret-token.' }),
    );
    const error = await failure({ ...read, query: { token: 's3cret-token' } });
    expect(error.message).toBe('Vendor: Bad token •••.');
    expect(test.journal).toEqual([
      {
        at: expect.any(String),
        method: 'GET',
        url: expect.stringMatching(/\/things\?token=•••$/),
        status: 400,
        durationMs: expect.any(Number),
        attempt: 1,
        requestBytes: 0,
        responseBytes: 37,
        errorClass: 'validation',
      },
    ]);
  });
});

describe('the lookup', () => {
  const urlOf = (port: string) => `http://crm.example:${port}`;

  it('decides which address a name resolves to, and the connection uses it', async () => {
    const { send, server } = await world((_request, response) => json(response, 200, []), {
      urlOf,
      lookup: (_name, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
    });
    expect((await send(read)).status).toBe(200);
    expect(server.seen.map(({ headers }) => headers.host)).toEqual([new URL(urlOf(new URL(server.url).port)).host]);
  });

  it('stops a call to a forbidden address before anything is sent, at the first attempt', async () => {
    let calls = 0;
    const { failure, server } = await world((_request, response) => json(response, 200, []), {
      urlOf,
      lookup: (name, _options, callback) => {
        calls += 1;
        callback(new ConnectorError(`${name} is private.`, { class: 'forbidden' }), []);
      },
    });
    const { class: errorClass, message, isOutcomeUnknown } = await failure(write);
    expect({ errorClass, message, isOutcomeUnknown, calls, seen: server.seen }).toEqual({
      errorClass: 'forbidden',
      message: 'crm.example is private.',
      isOutcomeUnknown: false,
      calls: 1,
      seen: [],
    });
  });
});
