import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startSystem } from '../start-system.ts';
import type { RunningSystem } from '../start-system.ts';
import { testSystem } from '../test-system.ts';
import { signWebhook } from './sign.ts';
import { subscribe } from './subscriptions.ts';
import { startReceiver } from './test-receiver.ts';

const secret = 'whsec_c2VjcmV0';
let system: RunningSystem;
const open: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  system = await startSystem(testSystem, { outbox: { retryDelaysMs: [5, 10, 20] } });
  open.push(system);
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function receive(statuses?: number[]) {
  const receiver = await startReceiver(statuses);
  open.push(receiver);
  subscribe(system.context.state, { url: receiver.url, secret, events: ['thing.*'] });
  return receiver;
}

const create = async (): Promise<void> => {
  expect((await fetch(`${system.url}/things`, { method: 'POST' })).status).toBe(201);
};

const patience = { timeout: 15_000 };

const settled = async (): Promise<unknown[]> =>
  await vi.waitFor(() => {
    const deliveries = system.context.events.deliveries();
    expect(deliveries.filter((each) => each.status === 'pending')).toEqual([]);
    return deliveries.map(({ eventId, attempts, status, lastProblem }) => ({ eventId, attempts, status, lastProblem }));
  }, patience);

test('sends each event signed, in order', async () => {
  const receiver = await receive();
  await create();
  await create();
  const [first, second] = await receiver.until(2);
  expect([first?.id, second?.id, first?.body]).toEqual(['event-thing-1', 'event-thing-2', '{"id":"thing-1"}']);
  const timestampSeconds = Number(first?.headers['webhook-timestamp']);
  const signature = signWebhook({ id: 'event-thing-1', timestampSeconds, body: '{"id":"thing-1"}', secret });
  expect(first?.headers).toEqual(expect.objectContaining(signature));
});

test('tries again with the same id and body until the receiver answers 2xx', async () => {
  const receiver = await receive([500, 503]);
  await create();
  const received = await receiver.until(3);
  expect(received.map(({ id, body }) => [id, body])).toEqual(
    Array.from({ length: 3 }, () => ['event-thing-1', '{"id":"thing-1"}']),
  );
  expect(await settled()).toEqual([{ eventId: 'event-thing-1', attempts: 3, status: 'delivered', lastProblem: null }]);
});

test('gives up after the last delay and says why', async () => {
  const receiver = await receive([500, 500, 500, 500]);
  await create();
  await receiver.until(4);
  expect(await settled()).toEqual([
    { eventId: 'event-thing-1', attempts: 4, status: 'abandoned', lastProblem: 'The receiver answered 500.' },
  ]);
});

test('sends nothing to subscribers of other types', async () => {
  const receiver = await startReceiver();
  open.push(receiver);
  subscribe(system.context.state, { url: receiver.url, secret, events: ['other.*'] });
  await create();
  expect(system.context.events.deliveries()).toEqual([]);
});

test('duplicate-event sends one event twice', async () => {
  const receiver = await receive();
  system.context.faults.add({ kind: 'duplicate-event', match: { event: 'thing.created' } });
  await create();
  await create();
  const received = await receiver.until(3);
  expect(received.map((each) => each.id)).toEqual(['event-thing-1', 'event-thing-1', 'event-thing-2']);
});

test('out-of-order-events holds an event until the next one has gone out', async () => {
  const receiver = await receive();
  system.context.faults.add({ kind: 'out-of-order-events', delayMs: 60_000 });
  await create();
  await create();
  const received = await receiver.until(2);
  expect(received.map((each) => each.id)).toEqual(['event-thing-2', 'event-thing-1']);
});

test('what was pending is sent after a restart', async () => {
  await system.close();
  system = await startSystem(testSystem, { outbox: { retryDelaysMs: [3_600_000] } });
  const receiver = await startReceiver();
  subscribe(system.context.state, { url: receiver.url, secret, events: ['*'] });
  await receiver.close();
  await create();
  await vi.waitFor(() => expect(system.context.events.deliveries()[0]?.attempts).toBeGreaterThan(0), patience);
  const snapshot = system.snapshot();
  await system.close();

  const again = await startReceiver();
  open.push(again);
  const [subscription] = snapshot.state.collections['__subscriptions'] ?? [];
  const moved = {
    ...snapshot.state.collections,
    __subscriptions: [['subscription-1', { ...subscription?.[1], url: again.url }]] as const,
  };
  system = await startSystem(testSystem, {
    snapshot: { ...snapshot, state: { ...snapshot.state, collections: moved } },
  });
  open.push(system);
  const received = await again.until(1);
  expect(received.map((each) => each.id)).toEqual(['event-thing-1']);
});
