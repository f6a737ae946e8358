import { expect, test } from 'vitest';
import { product } from './support/product.ts';
import { send } from './support/send.ts';
import { sendRaw } from './support/send-raw.ts';

const call = '/api/trpc/account.dismissNotices';
const body = '{}';

test.each<[what: string, headers: Record<string, string>]>([
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://attacker.example' }],
  ['another host of the same domain', { 'sec-fetch-site': 'same-site', origin: 'https://blog.example' }],
  ['another site in a browser that sends its origin alone', { origin: 'https://attacker.example' }],
  ['a sandboxed frame', { origin: 'null' }],
])('a page of %s changes and reads nothing with the session of a person', async (_what, headers) => {
  const post = {
    method: 'POST',
    as: 'olga',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  } as const;
  expect((await send(call, post)).status).toBe(403);
  expect((await send('/api/trpc/workspace.current', { as: 'olga', headers })).status).toBe(403);
});

test('our own page is answered, and merely opening an address changes nothing', async () => {
  const headers = { 'sec-fetch-site': 'same-origin', origin: product().webUrl, 'content-type': 'application/json' };
  expect((await send(call, { method: 'POST', as: 'olga', headers, body })).status).toBe(200);
  expect((await send(call, { as: 'olga', headers: { 'sec-fetch-site': 'none' } })).status).toBe(405);
});

test.each([
  ['GET', '/api/trpc/%'],
  ['POST', '/api/trpc/%E0%A4%A'],
  ['GET', '/%c0%af'],
  ['GET', '/_next/static/%'],
  ['TRACE', '/'],
  ['TRACE', '/api/trpc/workspace.current'],
  ['TRACE', '/_next/static/chunks/a.js'],
])('%s %s, which cannot be read, is refused with every header of other answers', async (method, path) => {
  const { host } = new URL(product().webUrl);
  const answer = await sendRaw(
    product().webUrl,
    `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  const shown = answer.toLowerCase();
  for (const header of ['x-content-type-options: nosniff', 'x-frame-options: deny', 'cache-control: no-store']) {
    expect(shown).toContain(header);
  }
});
