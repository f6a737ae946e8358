import { afterAll, beforeAll, expect, it } from 'vitest';
import { hearEvent } from '@throughline/core/db/events/hear-event';
import { replayException } from '@throughline/core/db/runs/replay-exception';
import { FakeWorld, respond } from '../../testing/fake-world.ts';
import { waitUntil } from '../../testing/wait-until.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

/** Publishes a flow that takes changes of an object as the list of changes shows them. */
const listen = async (object: string): Promise<string> => {
  const follow = { kind: 'change', name: 'Changed', connection: 'fake', object, every: 'PT1S' } as const;
  const { definitionId } = await world.flow(`changes-${object.toLowerCase()}`, [respond('answer', '$trigger')], {
    trigger: { ...follow, record: 'as-sent' },
  });
  return definitionId;
};

const firstEnded = (definitionId: string) =>
  waitUntil('an ended run', async () =>
    (await world.runsOf(definitionId)).find(({ finishedAt }) => finishedAt !== null),
  );

it('a change that was refused is read again when its exception is replayed', async () => {
  const definitionId = await listen('Again');
  world.system.add('Again', { id: 'x-1', name: 'a\u0000b' });
  const stopped = await firstEnded(definitionId);
  expect(stopped).toMatchObject({ state: 'failed', errorCode: 'TEXT_NOT_STORABLE' });
  // From here on the replay alone brings the record.
  world.system.changePage = (_object, page) => ({ ...page, changes: [] });
  const record = world.system.add('Again', { id: 'x-1', name: 'ab' });
  const [open] = await world.exceptions(stopped.id);
  await world.tx((tx) => replayException(tx, { exceptionId: open?.id ?? '', startedBy: 'user-olga' }));
  const answered = await waitUntil('the answer to the replay', async () =>
    (await world.exceptions(stopped.id)).find(({ state }) => state !== 'replaying'),
  );
  expect(answered).toMatchObject({ state: 'resolved', resolution: 'replayed' });
  expect(await world.ended(answered.replayRunId ?? '')).toMatchObject({ state: 'succeeded', trigger: record });
});

it('a change that waited without its record is read, whatever the flow takes by now', async () => {
  const definitionId = await listen('Late');
  world.system.changePage = (_object, page) => ({ ...page, changes: [] });
  const record = world.system.add('Late', { id: 'x-2', name: 'Quay' });
  const { connectionId, database } = world;
  await world.tx((tx) =>
    hearEvent(tx, {
      environmentId: database.environmentIds.test,
      definitionId,
      connectionId,
      source: 'change',
      dedupeKey: `change:${connectionId}:Late:x-2:v0`,
      record: { object: 'Late', recordId: 'x-2', change: 'upserted', version: 'v0' },
      occurredAt: new Date(1_790_000_000_000),
    }),
  );
  expect(await firstEnded(definitionId)).toMatchObject({ state: 'succeeded', trigger: record });
});
