import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSystem } from '../start-system.ts';
import type { RunningSystem } from '../start-system.ts';
import { testSystem } from '../test-system.ts';

const key = 'the-control-key';
let system: RunningSystem;

beforeEach(async () => {
  system = await startSystem(testSystem, { controlKey: key });
});
afterEach(() => system.close());

interface Sent {
  readonly cookie?: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly origin?: string;
}

function send(path: string, { cookie, form, origin = system.url }: Sent = {}): Promise<Response> {
  return fetch(system.url + path, {
    redirect: 'manual',
    headers: { ...(cookie !== undefined && { cookie }), ...(form !== undefined && { origin }) },
    ...(form !== undefined && { method: 'POST', body: new URLSearchParams(form) }),
  });
}

/** Opens the printed address, and returns the cookie that it gives. */
async function openPrinted(): Promise<string> {
  const opened = await send(`/?key=${key}`);
  expect([opened.status, opened.headers.get('location')]).toEqual([302, '/']);
  const [cookie = ''] = opened.headers.get('set-cookie')?.split(';') ?? [];
  return cookie;
}

test('only somebody with the key sees the page, and the key does not stay in the address', async () => {
  expect((await send('/')).status).toBe(401);
  const wrong = await send('/?key=guessed');
  expect([wrong.status, await wrong.text()]).toEqual([401, expect.stringContaining('This is not the key')]);
  expect((await send('/__page/records/thing', { cookie: 'sandbox_page_things=guessed' })).status).toBe(401);
  const cookie = await openPrinted();
  expect(cookie).not.toContain(key);
  const page = await send('/', { cookie });
  expect([page.status, page.headers.get('content-security-policy')]).toEqual([
    200,
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  ]);
});

test('a cookie is worth nothing at another start', async () => {
  const cookie = await openPrinted();
  await system.close();
  system = await startSystem(testSystem, { controlKey: key });
  expect((await send('/', { cookie })).status).toBe(401);
});

test('an action changes the record and says so, and one that is refused says why', async () => {
  const cookie = await openPrinted();
  const done = await send('/__page/actions/rename', { cookie, form: { id: 'seeded' } });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/?done=seeded+is+renamed.']);
  expect(system.context.state.collection('thing').get('seeded')).toEqual({ id: 'seeded', name: 'renamed' });
  expect(await (await send('/?done=seeded+is+renamed.', { cookie })).text()).toContain('seeded is renamed.');
  const refused = await send('/__page/actions/rename', { cookie, form: { id: 'gone' } });
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('no thing gone')]);
});

test('forms of other pages are refused, and so are those without the cookie', async () => {
  const cookie = await openPrinted();
  const form = { id: 'seeded' };
  expect((await send('/__page/actions/rename', { cookie, form, origin: 'http://127.0.0.1:1' })).status).toBe(403);
  expect((await send('/__page/actions/rename', { form })).status).toBe(401);
  expect(system.context.state.collection('thing').get('seeded')).toEqual({ id: 'seeded' });
});

test('a fault is switched on, listed and switched off; one that cannot be read is refused', async () => {
  const cookie = await openPrinted();
  await send('/__page/faults', { cookie, form: { kind: 'server-error', method: 'GET', path: '/things', count: '2' } });
  expect(system.context.faults.list()).toEqual([
    {
      id: 'fault-1',
      kind: 'server-error',
      match: { method: 'GET', path: '/things' },
      count: 2,
      remainingCount: 2,
      remainingSkip: 0,
    },
  ]);
  expect((await fetch(`${system.url}/things`)).status).toBe(503);
  const page = await (await send('/', { cookie })).text();
  expect(page).toContain('1 left');
  expect(page).toContain('GET /things');
  await send('/__page/faults/remove', { cookie, form: { id: 'fault-1' } });
  expect(system.context.faults.list()).toEqual([]);
  const refused = await send('/__page/faults', { cookie, form: { kind: 'flood', method: '', path: '', count: '1' } });
  expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('must be one of')]);
});

test('what records and requests hold is shown as text, and internal collections are not shown', async () => {
  const cookie = await openPrinted();
  system.context.state.collection('thing').insert('script', { id: 'script', name: '<script>alert(1)</script>' });
  system.context.state.collection('__sessions').insert('token', { token: 'secret' });
  const records = await (await send('/__page/records/thing', { cookie })).text();
  expect(records).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(records).not.toContain('<script>');
  expect(await (await send('/', { cookie })).text()).not.toContain('__sessions');
  expect((await send('/__page/records/__sessions', { cookie })).status).toBe(404);
});
