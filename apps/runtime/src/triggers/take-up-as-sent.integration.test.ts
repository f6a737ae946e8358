import { afterAll, beforeAll, expect, it } from 'vitest';
import { offeredEvents, takeUpEvents } from '@throughline/core/db/events/take-up-events';
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
  expect(await takeUp()).toBe(3);
  expect(await takeUp()).toBe(0);
  const runs = await waitUntil('three ended runs', async () => {
    const ended = (await world.runsOf(definitionId)).filter(({ finishedAt }) => finishedAt !== null);
    return ended.length === 3 ? ended : undefined;
  });
  expect(runs.map((run) => run.trigger)).toEqual(expect.arrayContaining([{ hours: 1 }, { hours: 2 }, { hours: 3 }]));
});
