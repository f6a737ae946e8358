import { expect, test } from 'vitest';
import { product } from './support/product.ts';
import { sendRaw } from './support/send-raw.ts';
import { send } from './support/send.ts';

const shown = (headers: Headers, ...names: string[]): Record<string, string | null> =>
  Object.fromEntries(names.map((name) => [name, headers.get(name)]));

test('answers with data are not cached, and browsers do not sniff their type', async () => {
  const { headers } = await send('/api/trpc/workspace.current', { as: 'ana' });
  expect(shown(headers, 'cache-control', 'x-content-type-options')).toEqual({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
});

test('pages and their assets cannot be framed, sniffed or read by other sites', async () => {
  const page = await send('/sign-in');
  expect(shown(page.headers, 'x-content-type-options', 'x-frame-options', 'cross-origin-opener-policy')).toEqual({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
  });
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  const asset = /src="(\/_next\/static\/[^"]+)"/.exec(page.text)?.[1] ?? 'no asset found';
  expect((await send(asset)).headers.get('x-content-type-options')).toBe('nosniff');
});

test('strict transport security does not lock out plain http on a laptop', async () => {
  expect((await send('/sign-in')).headers.get('strict-transport-security')).toBe(null);
});

test('the runtime sends the same headers, and reveals nothing about itself to strangers', async () => {
  const response = await fetch(`${product().runtimeUrl}/hooks/${crypto.randomUUID()}`, { method: 'POST', body: '{}' });
  const { status, headers } = response;
  expect({
    status,
    ...shown(headers, 'x-content-type-options', 'cache-control'),
    body: await response.json(),
  }).toEqual({
    status: 404,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    body: {
      type: 'urn:throughline:problem:hook-unknown',
      title: 'Not found',
      status: 404,
      detail: 'No connection takes webhooks at this address.',
      code: 'hook-unknown',
    },
  });
  const health = await fetch(`${product().runtimeUrl}/health`);
  expect({ status: health.status, body: await health.json() }).toEqual({
    status: 200,
    body: { status: 'ok', database: true },
  });
});

test.each(['//evil.example/x', '/\\\\evil.example', 'http://evil.example/', 'https://evil.example/sign-in'])(
  'a request for %s leads nowhere, and its refusal has the same headers as every answer',
  async (target) => {
    const answer = await sendRaw(product().webUrl, `GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    const [head = ''] = answer.toLowerCase().split('\r\n\r\n');
    expect(head).toMatch(/^http\/1\.1 400 /);
    expect(head).not.toMatch(/^location:/m);
    expect(head).toContain('x-content-type-options: nosniff');
    expect(head).toContain('x-frame-options: deny');
    expect(head).toContain('content-security-policy: ');
  },
);

test('an address with a slash at its end is answered without a redirect', async () => {
  const { status, headers } = await send('/sign-in/');
  expect({ status, ...shown(headers, 'location', 'x-frame-options') }).toEqual({
    status: 200,
    location: null,
    'x-frame-options': 'DENY',
  });
});
