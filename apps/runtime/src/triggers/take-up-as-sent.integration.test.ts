import { afterAll, beforeAll, expect, it } from 'vitest';
import { offeredEvents, takeUpEvents } from '@throughline/core/db/events/take-up-events';
import { maxUnclaimedBytes } from '@throughline/core/db/words/unclaimed-limits';
import { FakeWorld, respond } from '../../testing/fake-world.ts';
import { waitUntil } from '../../testing/wait-until.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

it('a flow that takes events as they were sent takes up each of them, because each is a fact of its own', async () => {
  for (const hours of [1, 2, 3]) {
    expect(await world.tell('Late', hours < 3 ? 'late-1' : 'late-2', { data: { hours } })).toBe(202);
  }
  const trigger = { kind: 'webhook', name: 'Told', connection: 'fake', object: 'Late', record: 'as-sent' } as const;
  const { definitionId } = await world.flow('facts', [respond('answer', '$trigger')], { trigger });
  const flow = { environmentId: world.database.environmentIds.test, definitionId };
  expect(await world.tx((tx) => offeredEvents(tx, flow))).toMatchObject({ records: 3 });
  const takeUp = () => world.tx((tx) => takeUpEvents(tx, flow, { since: new Date(0), takenUpBy: 'user-olga' }));
  expect(await takeUp()).toEqual({ taken: 3, deletions: 0 });
  expect(await takeUp()).toEqual({ taken: 0, deletions: 0 });
  const runs = await waitUntil('three ended runs', async () => {
    const ended = (await world.runsOf(definitionId)).filter(({ finishedAt }) => finishedAt !== null);
    return ended.length === 3 ? ended : undefined;
  });
  expect(runs.map((run) => run.trigger)).toEqual(expect.arrayContaining([{ hours: 1 }, { hours: 2 }, { hours: 3 }]));
});

it('an event that was too large to be kept with its body is not taken up, and the offer counts it', async () => {
  const large = { text: 'x'.repeat(maxUnclaimedBytes) };
  expect(await world.tell('Refused', 'large-1', { data: large })).toBe(202);
  expect(await world.tell('Refused', 'large-2', { data: large, kind: 'deleted' })).toBe(202);
  const trigger = { kind: 'webhook', name: 'Told', connection: 'fake', object: 'Refused', record: 'as-sent' } as const;
  const { definitionId } = await world.flow('large-facts', [respond('answer', '$trigger')], { trigger });
  const flow = { environmentId: world.database.environmentIds.test, definitionId };
  const offered = () => world.tx((tx) => offeredEvents(tx, flow));
  const takeUp = () => world.tx((tx) => takeUpEvents(tx, flow, { since: new Date(0), takenUpBy: 'user-olga' }));
  const instants = { oldestAt: expect.any(Date), newestAt: expect.any(Date) };
  expect(await offered()).toEqual({ records: 0, deletions: 0, tooLarge: 1, isAsSent: true, ...instants });
  expect(await takeUp()).toEqual({ taken: 0, deletions: 0 });
  expect(await world.tell('Refused', 'large-1', { data: { text: 'short' }, id: 'short' })).toBe(202);
  expect(await offered()).toMatchObject({ records: 0, tooLarge: 1 });
});

it('a flow that reads records takes up an event of any size, because it needs no body', async () => {
  const record = world.system.add('Huge', { id: 'huge-1', name: 'Quay' });
  expect(await world.tell('Huge', 'huge-1', { data: { text: 'x'.repeat(maxUnclaimedBytes) } })).toBe(202);
  const trigger = { kind: 'webhook', name: 'Told', connection: 'fake', object: 'Huge' } as const;
  const { definitionId } = await world.flow('huge-records', [respond('answer', '$trigger')], { trigger });
  const flow = { environmentId: world.database.environmentIds.test, definitionId };
  expect(await world.tx((tx) => offeredEvents(tx, flow))).toMatchObject({ records: 1, tooLarge: 0, isAsSent: false });
  expect(await world.tx((tx) => takeUpEvents(tx, flow, { since: new Date(0), takenUpBy: 'user-olga' }))).toEqual({
    taken: 1,
    deletions: 0,
  });
  const [run] = await waitUntil('an ended run', async () => {
    const ended = (await world.runsOf(definitionId)).filter(({ finishedAt }) => finishedAt !== null);
    return ended.length === 1 ? ended : undefined;
  });
  expect(run?.trigger).toEqual(record);
});
