import { connect } from 'node:net';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { startHttpServer } from './http-server.ts';

const request = 'GET /health HTTP/1.1\r\nhost: runtime\r\n\r\n';

it.each([
  { what: 'opened ahead', sends: '', answered: 0 },
  { what: 'that carried a request', sends: request, answered: 1 },
  { what: 'whose answer is on its way', sends: request, answered: 0 },
  { what: 'that stopped within a request', sends: request.slice(0, 25), answered: 0 },
])('closes soon in spite of a connection $what', async ({ sends, answered }) => {
  let asked = 0;
  let isClosing = (): void => undefined;
  const closing = new Promise<void>((resolve) => (isClosing = resolve));
  const server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    log: pino({ level: 'silent' }),
    acceptWebhook: () => Promise.reject(new Error('Not expected here.')),
    health: async () => {
      asked += 1;
      if (answered === 0) await closing;
      return { isHealthy: true, facts: {} };
    },
  });
  const socket = connect(server.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  socket.on('error', () => undefined);
  const ended = new Promise((resolve) => socket.once('close', resolve));
  await new Promise<void>((resolve) => socket.write(sends, () => resolve()));
  if (sends === request) await expect.poll(() => asked).toBe(1);
  if (answered === 1) await expect.poll(() => answer).toContain('200 OK');
  // A connection that kept the server open would keep this test waiting for ever.
  const closed = server.close();
  isClosing();
  await closed;
  await ended;
  expect(answer.includes('200 OK')).toBe(sends === request);
});

it.each([
  { what: 'as it is set', hooksUrl: 'https://hooks.example/throughline/', url: 'https://hooks.example/throughline' },
  { what: 'as its sender named it', hooksUrl: undefined, url: 'http://runtime' },
])('tells a connector the address of a webhook $what, because some signatures cover it', async ({ hooksUrl, url }) => {
  const called: unknown[] = [];
  const server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    hooksUrl,
    log: pino({ level: 'silent' }),
    acceptWebhook: (connectionId, { url: address, body }) => {
      called.push({ connectionId, address, body: Buffer.from(body).toString() });
      return Promise.resolve({ isAccepted: true, events: 1, taken: 1 });
    },
    health: () => Promise.reject(new Error('Not expected here.')),
  });
  const socket = connect(server.port, '127.0.0.1');
  const answered = new Promise<string>((resolve) => socket.once('data', (chunk: Buffer) => resolve(chunk.toString())));
  socket.write('POST /hooks/c-1?from=(a) HTTP/1.1\r\nhost: runtime\r\ncontent-length: 2\r\n\r\n{}');
  expect(await answered).toContain('202 Accepted');
  await server.close();
  expect(called).toEqual([{ connectionId: 'c-1', address: `${url}/hooks/c-1?from=(a)`, body: '{}' }]);
});
