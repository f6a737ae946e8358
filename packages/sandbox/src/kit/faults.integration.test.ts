import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSystem } from './start-system.ts';
import type { RunningSystem } from './start-system.ts';
import { testSystem } from './test-system.ts';

let system: RunningSystem;
const logged: string[] = [];

beforeEach(async () => {
  logged.length = 0;
  system = await startSystem(testSystem, { log: (message) => logged.push(message) });
});
afterEach(() => system.close());

const control = async (method: string, path: string, body?: unknown): Promise<Response> =>
  await fetch(`${system.url}/__control${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });

const plan = async (rule: object): Promise<void> => {
  expect((await control('POST', '/faults', rule)).status).toBe(201);
};

const create = async (signal?: AbortSignal): Promise<Response> =>
  await fetch(`${system.url}/things`, { method: 'POST', ...(signal && { signal }) });

const things = (): string[] =>
  system.context.state
    .collection<{ id: string }>('thing')
    .all()
    .map((each) => each.id);

/** What the caller sees when its connection is cut. */
const outcome = async (request: Promise<Response>): Promise<string> => {
  try {
    return `answered ${(await request).status}`;
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown';
  }
};

test('throttle answers as the vendor does, with Retry-After only when asked for', async () => {
  await plan({ kind: 'throttle', retryAfterSeconds: 7 });
  await plan({ kind: 'throttle' });
  const [first, second, third] = [await create(), await create(), await create()];
  expect([first, second, third].map((each) => [each.status, each.headers.get('retry-after')])).toEqual([
    [429, '7'],
    [429, null],
    [201, null],
  ]);
});

test('server errors and locks answer as the vendor does and change nothing', async () => {
  await plan({ kind: 'server-error', status: 500, count: 1 });
  await plan({ kind: 'lock' });
  expect([(await create()).status, (await create()).status, things()]).toEqual([500, 409, ['seeded']]);
});

test('a timeout before the work leaves it undone, and a timeout after the commit leaves it done', async () => {
  await plan({ kind: 'timeout-before' });
  expect(await outcome(create())).toBe('TypeError');
  expect(things()).toEqual(['seeded']);
  await plan({ kind: 'timeout-after-commit' });
  expect(await outcome(create())).toBe('TypeError');
  expect(things()).toEqual(['seeded', 'thing-1']);
});

test('a timeout whose effect is delayed has done nothing when the caller learns of it, and does the work later', async () => {
  await plan({ kind: 'timeout-after-commit', delayMs: 150 });
  expect(await outcome(create())).toBe('TypeError');
  expect(things()).toEqual(['seeded']);
  await expect.poll(things).toEqual(['seeded', 'thing-1']);
});

test('a half-open connection is never answered and does nothing', async () => {
  await plan({ kind: 'half-open' });
  expect(await outcome(create(AbortSignal.timeout(150)))).toBe('TimeoutError');
  expect(things()).toEqual(['seeded']);
  expect((await create()).status).toBe(201);
});

test('slow waits before the work', async () => {
  await plan({ kind: 'slow', delayMs: 120 });
  const startedMs = performance.now();
  expect((await create()).status).toBe(201);
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(115);
});

test('a malformed body has done the work but cannot be parsed', async () => {
  await plan({ kind: 'malformed-body' });
  const response = await create();
  const text = await response.text();
  expect([response.status, text, things()]).toEqual([201, '{"id":"t', ['seeded', 'thing-1']]);
});

test('schema drift changes the answer, not the state', async () => {
  await plan({
    kind: 'schema-drift',
    match: { path: '/things' },
    drift: { rename: { id: 'key' }, add: { extra: true } },
  });
  const response = await fetch(`${system.url}/things`);
  expect(await response.json()).toEqual({ things: [{ key: 'seeded', extra: true }] });
  expect(things()).toEqual(['seeded']);
});

test('a fault that cannot be understood is refused with what is wrong', async () => {
  const refuse = async (rule: object): Promise<unknown> => {
    const response = await control('POST', '/faults', rule);
    return [response.status, await response.json()];
  };
  expect(await refuse({ kind: 'flood' })).toEqual([
    400,
    { error: expect.stringContaining('"kind" must be one of throttle,') as string },
  ]);
  expect(await refuse({ kind: 'lock', macth: {} })).toEqual([
    400,
    { error: expect.stringContaining('does not know "macth"') as string },
  ]);
  expect(await refuse({ kind: 'schema-drift' })).toEqual([
    400,
    { error: 'A schema-drift fault needs "drift" with "drop", "rename" or "add".' },
  ]);
});

test('the ledger holds every request with its fault and every effect with its request', async () => {
  await plan({ kind: 'timeout-after-commit', skip: 1 });
  await create();
  await outcome(create());
  await fetch(`${system.url}/nowhere?x=1`, { method: 'POST', body: 'hello' });
  const empty = createHash('sha256').digest('hex');
  const hello = createHash('sha256').update('hello').digest('hex');
  const at = expect.any(String) as string;
  const post = { at, method: 'POST' };
  expect(await (await control('GET', '/ledger')).json()).toEqual({
    lastSeq: 5,
    dropped: 0,
    requests: [
      { ...post, seq: 1, path: '/things', bodyHash: empty, status: 201, fault: null },
      { ...post, seq: 3, path: '/things', bodyHash: empty, status: null, fault: 'timeout-after-commit' },
      { ...post, seq: 5, path: '/nowhere?x=1', bodyHash: hello, status: 404, fault: null },
    ],
    effects: [
      { seq: 2, requestSeq: 1, kind: 'created', collection: 'thing', id: 'thing-1' },
      { seq: 4, requestSeq: 3, kind: 'created', collection: 'thing', id: 'thing-2' },
    ],
  });
  const later = await (await control('GET', '/ledger?since=3&kind=created&collection=thing')).json();
  expect(later).toEqual({
    lastSeq: 5,
    dropped: 0,
    requests: [expect.objectContaining({ seq: 5 })],
    effects: [expect.objectContaining({ seq: 4 })],
  });
});

test('whatever is not implemented, unknown or broken answers loudly, and only defects are logged', async () => {
  const answers = await Promise.all(
    [
      ['GET', '/later/1'],
      ['GET', '/nowhere'],
      ['POST', '/refuse'],
      ['POST', '/break'],
    ].map(async ([method = '', path = '']) => {
      const response = await fetch(system.url + path, { method });
      return [response.status, await response.json()];
    }),
  );
  expect(answers).toEqual([
    [501, { problem: 'not implemented', note: 'Nobody needed it.' }],
    [404, { problem: 'unknown route' }],
    [400, { problem: 'not this' }],
    [500, { problem: 'a defect' }],
  ]);
  expect(logged).toEqual([expect.stringContaining('things: POST /break failed: Error: a defect')]);
});
