import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSystem } from './start-system.ts';
import type { RunningSystem } from './start-system.ts';
import { testSystem } from './test-system.ts';

let system: RunningSystem;

beforeEach(async () => {
  system = await startSystem(testSystem);
});
afterEach(() => system.close());

const call = async (method: string, path: string, body?: unknown): Promise<[status: number, body: unknown]> => {
  const response = await fetch(system.url + path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return [response.status, text === '' ? null : JSON.parse(text)];
};

test('health answers 200', async () => {
  expect(await call('GET', '/__health')).toEqual([200, { status: 'ok', system: 'things' }]);
});

test('the seed can be read without touching the state, added to, and comes back fresh after a reset', async () => {
  await call('POST', '/things');
  expect(await call('GET', '/__control/seed')).toEqual([
    200,
    { collections: { thing: [['seeded', { id: 'seeded' }]] }, sequences: {}, values: {} },
  ]);
  expect(await call('POST', '/__control/seed', { thing: { extra: { id: 'extra' } } })).toEqual([201, { thing: 3 }]);
  expect(await call('POST', '/__control/seed', { other: { a: {} }, thing: { extra: {} } })).toEqual([
    400,
    { error: '"thing" already holds a record "extra".' },
  ]);
  expect(await call('GET', '/__control/state')).toEqual([200, { thing: 3 }]);
  expect(await call('POST', '/__control/reset')).toEqual([200, { thing: 1 }]);
  expect(await call('GET', '/__control/ledger')).toEqual([200, { lastSeq: 4, dropped: 0, requests: [], effects: [] }]);
});

test('a snapshot can be restored', async () => {
  const [, snapshot] = await call('GET', '/__control/snapshot');
  await call('POST', '/things');
  expect(await call('POST', '/__control/restore', snapshot)).toEqual([200, { thing: 1 }]);
  expect(await call('POST', '/things')).toEqual([201, { id: 'thing-1' }]);
  expect(await call('POST', '/__control/restore', { collections: {} })).toEqual([
    400,
    { error: '"sequences" must be a JSON object.' },
  ]);
});

test('the clock is frozen, advanced and resumed', async () => {
  expect(await call('POST', '/__control/clock', { freezeAt: '2026-01-02T03:04:05Z', advanceMs: 1000 })).toEqual([
    200,
    { now: '2026-01-02T03:04:06.000Z', isFrozen: true },
  ]);
  expect(await call('POST', '/__control/clock', { freezeAt: 'soon' })).toEqual([
    400,
    { error: '"freezeAt" must be an ISO 8601 instant, or true for now.' },
  ]);
  expect(await call('POST', '/__control/clock', { resume: true })).toEqual([
    200,
    { now: expect.any(String), isFrozen: false },
  ]);
});

test('the state of a collection and of a record can be read', async () => {
  expect(await call('GET', '/__control/state/thing')).toEqual([200, [{ id: 'seeded' }]]);
  expect(await call('GET', '/__control/state/thing/seeded')).toEqual([200, { id: 'seeded' }]);
  expect(await call('GET', '/__control/state/nothing')).toEqual([404, { error: 'There is no collection "nothing".' }]);
});

test('keys, settings and subscriptions are kept, and reusing a subscription id replaces the subscription', async () => {
  const key = { id: 'k', publicKeyPem: '-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----' };
  expect(await call('POST', '/__control/keys', key)).toEqual([201, key]);
  expect(await call('GET', '/__control/keys')).toEqual([200, [key]]);
  expect(await call('PUT', '/__control/settings', { limit: 3 })).toEqual([200, { limit: 3 }]);
  const wanted = { id: 'app', url: 'http://127.0.0.1:1/hook', secret: 'whsec_AAAA', events: ['a.*'] };
  await call('POST', '/__control/subscriptions', wanted);
  const moved = { ...wanted, url: 'http://127.0.0.1:2/hook' };
  expect(await call('POST', '/__control/subscriptions', moved)).toEqual([201, moved]);
  expect(await call('GET', '/__control/subscriptions')).toEqual([200, [moved]]);
  expect(await call('DELETE', '/__control/subscriptions/app')).toEqual([204, null]);
  expect(await call('POST', '/__control/subscriptions', { url: 'ftp://x', secret: 's' })).toEqual([
    400,
    { error: '"url" must be an http or https URL.' },
  ]);
});

test('a reset keeps subscriptions and keys, and forgets settings and faults', async () => {
  const key = { id: 'k', publicKeyPem: '-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----' };
  const subscription = { id: 'app', url: 'http://127.0.0.1:1/hook', secret: 'whsec_AAAA', events: ['*'] };
  await call('POST', '/__control/keys', key);
  await call('POST', '/__control/subscriptions', subscription);
  await call('PUT', '/__control/settings', { limit: 3 });
  await call('POST', '/__control/faults', { kind: 'lock' });
  await call('POST', '/__control/reset');
  const paths = ['keys', 'subscriptions', 'settings', 'faults'];
  const answers = await Promise.all(paths.map(async (path) => (await call('GET', `/__control/${path}`))[1]));
  expect(answers).toEqual([[key], [subscription], {}, []]);
});

test('control is never faulted and never in the ledger', async () => {
  await call('POST', '/__control/faults', { kind: 'server-error', count: 9 });
  expect(await call('GET', '/__control/faults')).toEqual([
    200,
    [{ id: 'fault-1', kind: 'server-error', count: 9, remainingCount: 9, remainingSkip: 0 }],
  ]);
  expect(await call('DELETE', '/__control/faults/fault-1')).toEqual([204, null]);
  expect(await call('GET', '/__control/ledger')).toEqual([200, { lastSeq: 0, dropped: 0, requests: [], effects: [] }]);
  expect(await call('GET', '/__control/nowhere')).toEqual([
    404,
    { error: 'There is no GET /__control/nowhere; GET /__control lists what there is.' },
  ]);
});
