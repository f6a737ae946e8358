import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hearEvent } from '@throughline/core/db/events/hear-event';
import { replayException } from '@throughline/core/db/runs/replay-exception';
import { changeCursor, run, triggerEvent } from '@throughline/core/db/schema/index';
import { startRun } from '@throughline/core/db/start-run';
import type { FlowInput } from '@throughline/core/flow';
import { FakeWorld, respond, step } from '../../testing/fake-world.ts';
import { waitUntil } from '../../testing/wait-until.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

/** Puts a flow live whose trigger can be read and whose steps cannot, as a later release may have written it. */
const unreadable = (key: string, trigger: FlowInput['trigger']) =>
  world.publish('flow', key, { format: 2, trigger, body: [{ id: 'far', name: 'Far', kind: 'teleport', config: {} }] });

const ended = (definitionId: string, count = 1) =>
  waitUntil(`${count} ended runs`, async () => {
    const runs = (await world.runsOf(definitionId)).filter(({ finishedAt }) => finishedAt !== null);
    return runs.length >= count ? runs : undefined;
  });
const eventsOf = (definitionId: string) =>
  world.tx((tx) =>
    tx.select().from(triggerEvent).where(eq(triggerEvent.definitionId, definitionId)).orderBy(triggerEvent.id),
  );
const waiting = (definitionId: string, count: number) =>
  waitUntil(`${count} events that wait`, async () => {
    const events = (await eventsOf(definitionId)).filter(({ failureMessage }) => failureMessage !== null);
    return events.length >= count ? events : undefined;
  });

const reason = (key: string) =>
  expect.stringMatching(new RegExp(`^The live version of the flow "${key}" cannot be read: .*Far.*Publish a version`));

it('a webhook starts the flows that can be read, and waits for one that cannot until a readable version is live', async () => {
  const trigger = { kind: 'webhook', name: 'Told', connection: 'fake', object: 'Thing' } as const;
  const { definitionId: broken } = await unreadable('broken', trigger);
  const { definitionId } = await world.flow('sound', [respond('answer', '$trigger.name')], { trigger });
  world.system.add('Thing', { id: 'x-1', name: 'Quay' });
  expect(await world.tell('Thing', 'x-1')).toBe(202);
  expect(await ended(definitionId)).toMatchObject([{ state: 'succeeded', output: { body: 'Quay' } }]);
  expect(await waiting(broken, 1)).toMatchObject([
    { state: 'waiting', attempts: 0, failureMessage: reason('broken'), runId: null },
  ]);
  await world.flow('broken', [respond('answer', '$trigger.name')], { trigger });
  await dueNow(broken);
  expect(await ended(broken)).toMatchObject([{ state: 'succeeded', output: { body: 'Quay' } }]);
});

it('the waiting events of such a flow are postponed together, and not one by one', async () => {
  const trigger = { kind: 'webhook', name: 'Told', connection: 'fake', object: 'Flood' } as const;
  const { definitionId } = await unreadable('flooded', trigger);
  const { connectionId, database } = world;
  const place = { environmentId: database.environmentIds.test, definitionId, connectionId, source: 'webhook' } as const;
  await world.tx(async (tx) => {
    for (const recordId of Array.from({ length: 40 }, (_, at) => `x-${at}`)) {
      const record = { object: 'Flood', recordId, change: 'updated' } as const;
      await hearEvent(tx, { ...place, record, dedupeKey: recordId, occurredAt: new Date() });
    }
  });
  const events = await waiting(definitionId, 40);
  expect(new Set(events.map(({ dueAt }) => dueAt.getTime())).size).toBeLessThanOrEqual(8);
});

it('an event that is taken as it was sent waits as well, and so does a deletion', async () => {
  const trigger = {
    kind: 'webhook',
    name: 'Told',
    connection: 'fake',
    object: 'Echo',
    record: 'as-sent',
    deletions: 'start',
  } as const;
  const { definitionId: broken } = await unreadable('broken-facts', trigger);
  const { definitionId } = await world.flow('sound-facts', [respond('answer', '$trigger')], { trigger });
  expect(await world.tell('Echo', 'x-1', { data: { hours: 1 } })).toBe(202);
  expect(await world.tell('Echo', 'x-2', { kind: 'deleted', occurredAt: '2026-11-01T10:00:00.000Z' })).toBe(202);
  const triggers = [{ hours: 1 }, { id: 'x-2', isDeleted: true, deletedAt: '2026-11-01T10:00:00.000Z' }];
  expect((await ended(definitionId, 2)).map((run) => run.trigger)).toEqual(expect.arrayContaining(triggers));
  await waiting(broken, 2);
  await world.flow('broken-facts', [respond('answer', '$trigger')], { trigger });
  await dueNow(broken);
  expect((await ended(broken, 2)).map((run) => run.trigger)).toEqual(expect.arrayContaining(triggers));
});

it('a published event starts the flows that can be read, and is an exception of one that cannot', async () => {
  const trigger = { kind: 'event', name: 'Opened', type: 'thing.opened' } as const;
  const { definitionId: broken } = await unreadable('broken-event', trigger);
  const { definitionId } = await world.flow('sound-event', [respond('answer', '$trigger.id')], { trigger });
  await world.flow('publishes', [
    step('publish', 'event', { type: 'thing.opened', subject: '"T-1"', data: '{ "id": "T-1" }' }),
  ]);
  expect(await world.runThrough('publishes')).toMatchObject({ state: 'succeeded' });
  expect(await ended(definitionId)).toMatchObject([{ state: 'succeeded', output: { body: 'T-1' } }]);
  const [stopped] = await ended(broken);
  expect(stopped).toMatchObject({ state: 'failed', errorCode: 'FLOW_UNREADABLE', trigger: { id: 'T-1' } });
  const [open] = await world.exceptions(stopped?.id ?? '');
  expect(open).toMatchObject({
    state: 'open',
    path: 'trigger',
    payload: { id: 'T-1' },
    message: reason('broken-event'),
  });
  await world.flow('broken-event', [respond('answer', '$trigger.id')], { trigger });
  await world.tx((tx) => replayException(tx, { exceptionId: open?.id ?? '', startedBy: 'user-olga' }));
  expect(await ended(broken, 2)).toMatchObject([{ state: 'failed' }, { state: 'succeeded', output: { body: 'T-1' } }]);
});

it('a person who starts such a flow by hand is told why it cannot start', async () => {
  await unreadable('broken-by-hand', { kind: 'manual', name: 'By hand' });
  await expect(world.start('broken-by-hand', {})).rejects.toMatchObject({
    code: 'FLOW_UNREADABLE',
    message: reason('broken-by-hand'),
  });
});

it('a poll of such a flow keeps its place and says why, and continues from there when the flow can be read', async () => {
  const trigger = {
    kind: 'change',
    name: 'Changed',
    connection: 'fake',
    object: 'Late',
    every: 'PT1S',
    record: 'as-sent',
  } as const;
  const { definitionId } = await unreadable('broken-poll', trigger);
  const record = world.system.add('Late', { id: 'late-1', name: 'Quay' });
  const failure = await waitUntil('the failure of a poll', async () => {
    const [cursor] = await world.tx((tx) =>
      tx.select().from(changeCursor).where(eq(changeCursor.definitionId, definitionId)),
    );
    return cursor?.failureMessage ?? undefined;
  });
  expect(failure).toEqual(reason('broken-poll'));
  await world.flow('broken-poll', [respond('answer', '$trigger')], { trigger });
  expect((await ended(definitionId)).map((run) => run.trigger)).toEqual([record]);
});

it('a flow that calls one that cannot be read is an exception when it does, and holds up no other', async () => {
  const trigger = { kind: 'webhook', name: 'Told', connection: 'fake', object: 'Again', record: 'as-sent' } as const;
  await unreadable('broken-part', { kind: 'call', name: 'Called' });
  const { definitionId: calling } = await world.flow(
    'calling',
    [step('call', 'part', { flow: 'broken-part', input: '$trigger' })],
    { trigger },
  );
  const { definitionId } = await world.flow('beside', [respond('answer', '$trigger.hours')], { trigger });
  expect(await world.tell('Again', 'x-1', { data: { hours: 1 } })).toBe(202);
  expect(await ended(definitionId)).toMatchObject([{ state: 'succeeded', output: { body: 1 } }]);
  expect(await ended(calling)).toMatchObject([{ state: 'failed', errorCode: 'FLOW_UNREADABLE' }]);
});

it('a run whose version this release cannot read says so, and is replayed with one that can be read', async () => {
  const { versionId } = await unreadable('taken-back', { kind: 'manual', name: 'By hand' });
  const { definitionId } = await world.flow('taken-back', [respond('answer', '$trigger.id')]);
  // As a later release accepted it before this one took over.
  const runId = await world.tx(async (tx) => {
    const environmentId = world.database.environmentIds.test;
    const input = {
      environmentId,
      definitionId,
      source: 'manual',
      dedupeKey: 'taken-back',
      payload: { id: 'T-1' },
    } as const;
    const started = await startRun(tx, input);
    await tx
      .update(run)
      .set({ versionId })
      .where(eq(run.id, started.runId ?? ''));
    return started.runId ?? '';
  });
  expect(await world.ended(runId)).toMatchObject({
    state: 'failed',
    errorCode: 'FLOW_UNREADABLE',
    errorMessage: expect.stringMatching(/^Version 1 of the flow "taken-back" cannot be read: .*Far.*Publish a version/),
  });
  const [open] = await world.exceptions(runId);
  await world.tx((tx) => replayException(tx, { exceptionId: open?.id ?? '', startedBy: 'user-olga' }));
  expect(await ended(definitionId, 2)).toMatchObject([{ state: 'failed' }, { output: { body: 'T-1' } }]);
});

/** Lets the waiting events of a flow be looked at now, instead of when they would be. */
const dueNow = (definitionId: string) =>
  world.tx((tx) =>
    tx
      .update(triggerEvent)
      .set({ dueAt: new Date(0) })
      .where(eq(triggerEvent.definitionId, definitionId)),
  );
