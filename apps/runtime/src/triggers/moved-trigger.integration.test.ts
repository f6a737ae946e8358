import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { hearEvent, type HearEventInput } from '@throughline/core/db/events/hear-event';
import { replayException } from '@throughline/core/db/runs/replay-exception';
import { changeCursor, triggerEvent } from '@throughline/core/db/schema/index';
import type { FlowInput } from '@throughline/core/flow';
import { claimPoll, moveCursor } from '../store/change-cursor.ts';
import { FakeWorld, respond } from '../../testing/fake-world.ts';
import { waitUntil } from '../../testing/wait-until.ts';

let world: FakeWorld;
let otherId: string;

beforeAll(async () => {
  world = await FakeWorld.open();
  otherId = await world.connect('other');
});
afterAll(() => world?.close());

const listen = async (key: string, trigger: FlowInput['trigger']): Promise<string> =>
  (await world.flow(key, [respond('answer', '$trigger')], { trigger })).definitionId;

/** What an earlier version of the flow heard, and nobody has read yet. */
const hear = (definitionId: string, event: Pick<HearEventInput, 'source' | 'connectionId'>, object: string) =>
  world.tx((tx) =>
    hearEvent(tx, {
      environmentId: world.database.environmentIds.test,
      definitionId,
      dedupeKey: crypto.randomUUID(),
      record: { object, recordId: 'x-1', change: 'updated' },
      occurredAt: new Date(),
      ...event,
    }),
  );

const judged = (definitionId: string) =>
  waitUntil('a judged event', async () => {
    const events = await world.tx((tx) =>
      tx.select().from(triggerEvent).where(eq(triggerEvent.definitionId, definitionId)),
    );
    return events.length > 0 && events.every(({ state }) => state !== 'waiting') ? events : undefined;
  });
const ended = (definitionId: string, count: number) =>
  waitUntil(`${count} ended runs`, async () => {
    const runs = (await world.runsOf(definitionId)).filter(({ finishedAt }) => finishedAt !== null);
    return runs.length >= count ? runs : undefined;
  });

const notListening = {
  state: 'ignored',
  reason: 'not-live',
  note: 'The flow that is live now does not listen to this event any more.',
};

it('an event that has waited since before its flow moved to another connection is not read there', async () => {
  world.system.add('Echo', { id: 'x-1', name: 'Quay' });
  const trigger = { kind: 'webhook', name: 'Told', connection: 'other', object: 'Echo' } as const;
  const definitionId = await listen('moved-connection', trigger);
  await hear(definitionId, { source: 'webhook', connectionId: world.connectionId }, 'Echo');
  expect(await judged(definitionId)).toMatchObject([notListening]);
  await hear(definitionId, { source: 'webhook', connectionId: otherId }, 'Echo');
  expect(await ended(definitionId, 1)).toMatchObject([{ trigger: { id: 'x-1', name: 'Quay' } }]);
});

it('an event of a poll is nothing for a flow that takes webhooks as they were sent', async () => {
  world.system.add('Echo', { id: 'x-1', name: 'Quay' });
  const trigger = { kind: 'webhook', name: 'Told', connection: 'fake', object: 'Echo', record: 'as-sent' } as const;
  const definitionId = await listen('moved-kind', trigger);
  await hear(definitionId, { source: 'change', connectionId: world.connectionId }, 'Echo');
  expect(await judged(definitionId)).toMatchObject([notListening]);
});

it('a change that waits is read when the flow has come to take records as they are listed', async () => {
  const trigger = { kind: 'change', name: 'Changed', connection: 'fake', object: 'Late', every: 'PT1S' } as const;
  const definitionId = await listen('listed', { ...trigger, record: 'as-sent' });
  world.system.changePage = (_object, page) => ({ ...page, changes: [] });
  const record = world.system.add('Late', { id: 'x-1', name: 'Quay' });
  await hear(definitionId, { source: 'change', connectionId: world.connectionId }, 'Late');
  expect((await ended(definitionId, 1)).map((run) => run.trigger)).toEqual([record]);
  world.system.changePage = (_object, page) => page;
});

it('a listed record that could not be stored is read when its exception is replayed', async () => {
  const trigger = { kind: 'change', name: 'Changed', connection: 'fake', object: 'Again', every: 'PT1S' } as const;
  world.system.add('Again', { id: 'x-1', name: 'a\u0000b' });
  const definitionId = await listen('corrected', { ...trigger, record: 'as-sent' });
  const [stopped] = await ended(definitionId, 1);
  expect(stopped).toMatchObject({ state: 'failed', errorCode: 'TEXT_NOT_STORABLE' });
  // The polls do not show the correction, so that only the replay can bring it.
  world.system.changePage = (_object, page) => ({ ...page, changes: [] });
  const record = world.system.add('Again', { id: 'x-1', name: 'ab' });
  const [open] = await world.exceptions(stopped?.id ?? '');
  await world.tx((tx) => replayException(tx, { exceptionId: open?.id ?? '', startedBy: 'user-olga' }));
  const runs = await ended(definitionId, 2);
  expect(runs.map((run) => run.trigger)).toEqual([{ id: 'x-1' }, record]);
  expect(await world.exceptions(stopped?.id ?? '')).toMatchObject([{ state: 'resolved', resolution: 'replayed' }]);
});

it('polling of another connection begins where the flow went live there, however late the first poll is', async () => {
  const place = { environmentId: world.database.environmentIds.test, definitionId: crypto.randomUUID(), everyMs: 0 };
  const first = new Date('2026-11-01T12:00:00Z');
  const moved = new Date('2026-11-20T12:00:00Z');
  const claim = (connectionId: string, since: Date) =>
    world.tx((tx) => claimPoll(tx, { ...place, object: 'Thing', connectionId, since }));
  expect(await claim(world.connectionId, first)).toMatchObject({ connectionId: world.connectionId, since: first });
  expect(await claim(otherId, moved)).toMatchObject({ connectionId: otherId, since: moved, cursor: null });
});

it('polling of another object begins where the flow went live there, and continues where it was when the flow moves back', async () => {
  const place = { environmentId: world.database.environmentIds.test, definitionId: crypto.randomUUID(), everyMs: 0 };
  const [first, moved, back] = ['2026-11-01', '2026-11-20', '2026-11-25'].map((day) => new Date(`${day}T12:00:00Z`));
  const claim = (object: string, since = new Date(0)) =>
    world.tx((tx) => claimPoll(tx, { ...place, connectionId: world.connectionId, object, since }));
  const pass = (id: string, from: string | null, cursor: string) =>
    world.tx((tx) => moveCursor(tx, id, { from, cursor, seen: 1, newest: first, isEnd: true }));
  const ofDeals = await claim('Deal', first);
  expect(ofDeals).toMatchObject({ object: 'Deal', since: first, cursor: null });
  await pass(ofDeals?.id ?? '', null, 'deals-7');
  const ofTasks = await claim('Task', moved);
  expect(ofTasks).toMatchObject({ object: 'Task', since: moved, cursor: null, seenUntil: null, seen: 0 });
  // A turn that began before the flow moved ends after it.
  await pass(ofDeals?.id ?? '', 'deals-7', 'deals-8');
  await pass(ofTasks?.id ?? '', null, 'tasks-3');
  expect(await claim('Deal', back)).toMatchObject({ object: 'Deal', since: first, cursor: 'deals-8' });
  expect(await claim('Task', back)).toMatchObject({ object: 'Task', since: moved, cursor: 'tasks-3' });
});

it('a flow that is moved to another object and back hears every change once', async () => {
  const follow = (object: string) =>
    listen('moving', { kind: 'change', name: 'Changed', connection: 'fake', object, every: 'PT1S', record: 'as-sent' });
  const namesOf = async (definitionId: string, count: number) =>
    (await ended(definitionId, count)).map(({ trigger }) => (trigger as { name: string }).name);
  const asked = (object: string) => world.system.calls.filter((call) => call.startsWith(`changes ${object} `));
  world.system.changePage = (_object, page) => page;
  world.system.add('Edited', { id: 'e-1', name: 'one' });
  const definitionId = await follow('Edited');
  expect(await namesOf(definitionId, 1)).toEqual(['one']);
  world.system.add('Withdrawn', { id: 'w-1', name: 'two' });
  await follow('Withdrawn');
  expect(await namesOf(definitionId, 2)).toEqual(['one', 'two']);
  world.system.add('Edited', { id: 'e-2', name: 'three' });
  await follow('Edited');
  expect(await namesOf(definitionId, 3)).toEqual(['one', 'two', 'three']);
  const starts = [...asked('Edited'), ...asked('Withdrawn')].filter((call) => call.endsWith(' start'));
  expect(starts).toEqual(['changes Edited start', 'changes Withdrawn start']);
  const cursors = await world.tx((tx) =>
    tx
      .select({ object: changeCursor.object })
      .from(changeCursor)
      .where(eq(changeCursor.definitionId, definitionId))
      .orderBy(changeCursor.object),
  );
  expect(cursors).toEqual([{ object: 'Edited' }, { object: 'Withdrawn' }]);
  expect(await namesOf(definitionId, 3)).toEqual(['one', 'two', 'three']);
});

it('a page that is read while its flow moves to another object starts nothing, and is read again when it moves back', async () => {
  const follow = (object: string) =>
    listen('leaving', {
      kind: 'change',
      name: 'Changed',
      connection: 'fake',
      object,
      every: 'PT1S',
      record: 'as-sent',
    });
  const namesOf = async (definitionId: string) =>
    (await world.runsOf(definitionId)).map(({ trigger }) => (trigger as { name: string }).name);
  const pages: string[] = [];
  world.system.changePage = async (object, page) => {
    if (object === 'Ignored' && page.changes.length > 0 && !pages.includes(object)) await follow('Refused');
    pages.push(object);
    return page;
  };
  onTestFinished(() => {
    world.system.changePage = (_object, page) => page;
  });
  world.system.add('Ignored', { id: 'i-1', name: 'one' });
  const definitionId = await follow('Ignored');
  await waitUntil('a page of the other object', async () => (pages.includes('Refused') ? true : undefined));
  expect(await namesOf(definitionId)).toEqual([]);
  await follow('Ignored');
  await ended(definitionId, 1);
  expect(await namesOf(definitionId)).toEqual(['one']);
});
