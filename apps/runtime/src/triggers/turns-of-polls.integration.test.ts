import { afterAll, beforeAll, expect, it } from 'vitest';
import { findLiveFlow } from '@throughline/core/db/events/live-flow';
import { FakeWorld, respond } from '../../testing/fake-world.ts';
import { waitUntil } from '../../testing/wait-until.ts';
import { claimPoll, moveCursor, restartCursor } from '../store/change-cursor.ts';
import { stillFollows } from '../store/still-follows.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

const page = { seen: 1, newest: undefined, isEnd: false };

/** A turn that another worker takes because the first one lasts longer than the time between two. */
const claimTwice = async () => {
  const place = { definitionId: crypto.randomUUID(), connectionId: world.connectionId, object: 'Lost', everyMs: 0 };
  const claim = () =>
    world.tx((tx) =>
      claimPoll(tx, { ...place, environmentId: world.database.environmentIds.test, since: new Date(0) }),
    );
  const [slow, fast] = [await claim(), await claim()];
  expect(fast?.id).toBe(slow?.id);
  return slow?.id ?? '';
};

it('of two workers in the same turn, the one that is behind moves nothing and learns of it', async () => {
  const id = await claimTwice();
  const move = (from: string | null, cursor: string) => world.tx((tx) => moveCursor(tx, id, { ...page, from, cursor }));
  expect(await move(null, 'c-1')).toBe(true);
  expect(await move('c-1', 'c-2')).toBe(true);
  expect(await move(null, 'c-1')).toBe(false);
  expect(await move('c-2', 'c-2')).toBe(true);
});

it('two workers that meet the same lost place restart it once', async () => {
  const id = await claimTwice();
  await world.tx((tx) => moveCursor(tx, id, { ...page, from: null, cursor: 'c-1' }));
  const restart = () =>
    world.tx((tx) => restartCursor(tx, { cursorId: id, gone: 'c-1', overlapMs: 0, message: 'Too old.' }));
  const restarts = await Promise.all([restart(), restart()]);
  expect(restarts.filter((restarted) => restarted !== undefined)).toMatchObject([{ id, cursor: null }]);
  // One that learns of it later must not give up the place that has been reached since.
  await world.tx((tx) => moveCursor(tx, id, { ...page, from: null, cursor: 'c-9' }));
  expect(await restart()).toBeUndefined();
});

it('a flow does not move to another object while a page of its object is stored', async () => {
  const follow = (object: string) =>
    world.flow('steady', [respond('answer', '$trigger')], {
      trigger: { kind: 'change', name: 'Changed', connection: 'fake', object, every: 'P1D' },
    });
  const { definitionId } = await follow('Edited');
  const environmentId = world.database.environmentIds.test;
  const place = { environmentId, definitionId, connection: 'fake' };
  const objectNow = (tx: Parameters<typeof findLiveFlow>[0]) =>
    findLiveFlow(tx, environmentId, definitionId).then((live) => live?.flow.trigger);
  let moved: Promise<unknown> | undefined;
  let isMoved = false;
  await world.tx(async (tx) => {
    expect(await stillFollows(tx, { ...place, object: 'Edited' })).toBe(true);
    moved = follow('Withdrawn').then(() => (isMoved = true));
    await waitUntil('a release that has waited or passed', async () => {
      const { rows } = await world.database.db.pool.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%live_version%'`,
      );
      return isMoved || rows.length > 0 ? true : undefined;
    });
    expect(await objectNow(tx)).toMatchObject({ object: 'Edited' });
  });
  await moved;
  await world.tx(async (tx) => {
    expect(await stillFollows(tx, { ...place, object: 'Edited' })).toBe(false);
    expect(await stillFollows(tx, { ...place, object: 'Withdrawn' })).toBe(true);
  });
});
