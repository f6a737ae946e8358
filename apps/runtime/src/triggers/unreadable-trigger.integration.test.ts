import { afterAll, beforeAll, expect, it } from 'vitest';
import { FakeWorld, respond, step } from '../../testing/fake-world.ts';
import { waitUntil } from '../../testing/wait-until.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

const ended = (definitionId: string) =>
  waitUntil('an ended run', async () => {
    const runs = (await world.runsOf(definitionId)).filter(({ finishedAt }) => finishedAt !== null);
    return runs.length > 0 ? runs : undefined;
  });

/** Puts a flow live whose trigger this release cannot read, as a later one may have written it. */
const unreadable = (key: string, trigger: object) =>
  world.publish('flow', key, { format: 1, trigger: { ...trigger, name: 7 }, body: [respond('answer', '1')] });

it('a webhook starts the flows that can be read, whatever another one looks like', async () => {
  const trigger = { kind: 'webhook', name: 'Told', connection: 'fake', object: 'Thing' } as const;
  const broken = await unreadable('unreadable-webhook', trigger);
  const { definitionId } = await world.flow('readable-webhook', [respond('answer', '$trigger.name')], { trigger });
  world.system.add('Thing', { id: 'x-1', name: 'Quay' });
  expect(await world.tell('Thing', 'x-1')).toBe(202);
  expect(await ended(definitionId)).toMatchObject([{ state: 'succeeded', output: { body: 'Quay' } }]);
  expect(await world.runsOf(broken.definitionId)).toEqual([]);
});

it('a published event starts the flows that can be read, whatever another one looks like', async () => {
  const trigger = { kind: 'event', name: 'Opened', type: 'thing.opened' } as const;
  const broken = await unreadable('unreadable-event', trigger);
  const { definitionId } = await world.flow('readable-event', [respond('answer', '$trigger.id')], { trigger });
  await world.flow('publishes', [
    step('publish', 'event', { type: 'thing.opened', subject: '"T-1"', data: '{ "id": "T-1" }' }),
  ]);
  expect(await world.runThrough('publishes')).toMatchObject({ state: 'succeeded' });
  expect(await ended(definitionId)).toMatchObject([{ state: 'succeeded', output: { body: 'T-1' } }]);
  expect(await world.runsOf(broken.definitionId)).toEqual([]);
});
