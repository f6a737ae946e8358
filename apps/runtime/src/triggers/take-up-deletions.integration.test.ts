import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { offeredEvents, takeUpEvents } from '@throughline/core/db/events/take-up-events';
import { ownWrite, triggerEvent } from '@throughline/core/db/schema/index';
import type { FlowInput } from '@throughline/core/flow';
import { FakeWorld, respond } from '../../testing/fake-world.ts';
import { waitUntil } from '../../testing/wait-until.ts';
import { deletedMark } from '../store/own-write.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

type WebhookTrigger = Extract<FlowInput['trigger'], { kind: 'webhook' }>;

/** Puts a flow live that starts with deletions, unless it says otherwise, and names its place. */
const listen = async (object: string, more: Partial<WebhookTrigger> = {}) => {
  const trigger = { kind: 'webhook', name: 'Told', connection: 'fake', object, deletions: 'start', ...more } as const;
  const { definitionId } = await world.flow(`on-${object.toLowerCase()}`, [respond('answer', '$trigger')], { trigger });
  return { environmentId: world.database.environmentIds.test, definitionId };
};
type Place = Awaited<ReturnType<typeof listen>>;

const offered = (flow: Place) => world.tx((tx) => offeredEvents(tx, flow));
const takeUp = (flow: Place) =>
  world.tx((tx) => takeUpEvents(tx, flow, { since: new Date(0), takenUpBy: 'user-olga' }));
const ended = (definitionId: string, count: number) =>
  waitUntil(`${count} ended runs`, async () => {
    const runs = (await world.runsOf(definitionId)).filter(({ finishedAt }) => finishedAt !== null);
    return runs.length >= count ? runs : undefined;
  });
const instants = { oldestAt: expect.any(Date), newestAt: expect.any(Date) };
const deletedAt = '2026-11-01T10:00:00.000Z';
const earlier = '2026-11-01T09:00:00.000Z';

it('a deletion that is the last event of a record starts a run with what is left of it', async () => {
  await world.tell('Gone', 'gone-1', { occurredAt: earlier });
  await world.tell('Gone', 'gone-1', { kind: 'deleted', occurredAt: deletedAt });
  const flow = await listen('Gone');
  expect(await offered(flow)).toEqual({ records: 1, deletions: 1, tooLarge: 0, isAsSent: false, ...instants });
  expect(await takeUp(flow)).toEqual({ taken: 1, deletions: 1 });
  expect((await ended(flow.definitionId, 1)).map(({ trigger, startedBy }) => ({ trigger, startedBy }))).toEqual([
    { trigger: { id: 'gone-1', isDeleted: true, deletedAt }, startedBy: 'user-olga' },
  ]);
  expect(await takeUp(flow)).toEqual({ taken: 0, deletions: 0 });
  expect(await offered(flow)).toBeUndefined();
});

it('a deletion that the system reported before an earlier change is still the last event', async () => {
  await world.tell('Late', 'late-1', { kind: 'deleted', occurredAt: deletedAt });
  await world.tell('Late', 'late-1', { occurredAt: earlier });
  const flow = await listen('Late');
  expect(await offered(flow)).toMatchObject({ records: 1, deletions: 1 });
  expect(await takeUp(flow)).toEqual({ taken: 1, deletions: 1 });
  expect(await ended(flow.definitionId, 1)).toMatchObject([{ trigger: { id: 'late-1', isDeleted: true, deletedAt } }]);
});

it('a record that came back after its deletion is read, because the deletion is not its last event', async () => {
  const record = world.system.add('Back', { id: 'back-1', name: 'Quay' });
  await world.tell('Back', 'back-1', { kind: 'deleted', occurredAt: earlier });
  await world.tell('Back', 'back-1', { occurredAt: deletedAt });
  const flow = await listen('Back');
  expect(await offered(flow)).toMatchObject({ records: 1, deletions: 0 });
  expect(await takeUp(flow)).toEqual({ taken: 1, deletions: 0 });
  expect((await ended(flow.definitionId, 1)).map(({ trigger }) => trigger)).toEqual([record]);
});

it('a flow that takes events as they were sent takes up each deletion, and gives what is left of the record', async () => {
  await world.tell('Fact', 'fact-1', { data: { hours: 1 }, occurredAt: earlier });
  await world.tell('Fact', 'fact-1', { kind: 'deleted', occurredAt: deletedAt });
  const flow = await listen('Fact', { record: 'as-sent' });
  expect(await offered(flow)).toMatchObject({ records: 2, deletions: 1, tooLarge: 0, isAsSent: true });
  expect(await takeUp(flow)).toEqual({ taken: 2, deletions: 1 });
  const runs = await ended(flow.definitionId, 2);
  expect(runs.map(({ trigger }) => trigger)).toEqual(
    expect.arrayContaining([{ hours: 1 }, { id: 'fact-1', isDeleted: true, deletedAt }]),
  );
});

it('our own deletion that comes back starts nothing when it is taken up', async () => {
  const written = { connectionId: world.connectionId, object: 'Ours', externalId: 'ours-1' };
  const environmentId = world.database.environmentIds.test;
  await world.tx((tx) =>
    tx.insert(ownWrite).values({ ...written, environmentId, version: deletedMark, changedAt: new Date() }),
  );
  await world.tell('Ours', 'ours-1', { kind: 'deleted', occurredAt: deletedAt });
  const flow = await listen('Ours');
  expect(await takeUp(flow)).toEqual({ taken: 1, deletions: 1 });
  const isHeard = and(eq(triggerEvent.definitionId, flow.definitionId), eq(triggerEvent.recordId, 'ours-1'));
  const judged = await waitUntil('a judged event', async () => {
    const events = await world.tx((tx) => tx.select().from(triggerEvent).where(isHeard));
    return events.some(({ state }) => state !== 'waiting') ? events : undefined;
  });
  expect(judged).toMatchObject([{ state: 'ignored', reason: 'echo', runId: null }]);
});

it('deletions are not offered to a flow that ignores them', async () => {
  await world.tell('Kept', 'kept-1', { kind: 'deleted', occurredAt: deletedAt });
  expect(await offered(await listen('Kept', { deletions: 'ignore' }))).toBeUndefined();
});
