import { eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayRun } from '@throughline/core/db/runs/replay-run';
import { createDefinition } from '@throughline/core/db/definitions/create-definition';
import { saveDraft } from '@throughline/core/db/definitions/save-draft';
import {
  delivery,
  draftRevision,
  exception,
  notification,
  ownWrite,
  publishedEvent,
  run,
  runWait,
  triggerEvent,
  undoEntry,
} from '@throughline/core/db/schema/index';
import { FakeWorld, respond, step } from '../../testing/fake-world.ts';
import { sweepRetention } from './sweep-retention.ts';

const day = 24 * 3_600_000;
let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
  await world.flow(
    'thing',
    [
      step('write', 'save', {
        connection: 'fake',
        object: 'Thing',
        operation: 'upsert',
        identity: { externalId: '$trigger.id', entity: 'thing', canonicalId: '$trigger.id' },
        record: '{ "name": $trigger.name }',
      }),
      step('for-each', 'lines', { items: '$trigger.lines' }, { bodies: { each: [respond('line', '$item')] } }),
      step('publish', 'tell', { type: 'thing.saved', subject: '$trigger.id', data: '$trigger' }),
      step('notify', 'note', { to: '"ada@example.com"', subject: '"Saved"', body: '$trigger.name' }),
      respond('answer', '$steps.save'),
    ],
    { settings: { retention: 'P30D', businessKey: '$trigger.id' } },
  );
  await world.flow('stops', [step('raise', 'stop', { code: 'STOPPED', message: '"No."' })], {
    settings: { retention: 'P30D' },
  });
});
afterAll(() => world?.close());

const inDays = (days: number): Date => new Date(Date.now() + days * day);
const sweepAt = (days: number, more: { readonly batchSize?: number; readonly keptRevisions?: number } = {}) =>
  sweepRetention({ db: world.database.db, now: inDays(days), ...more });

const thing = (id: string) => ({ id, name: `Quay ${id}`, lines: [1, 2, 3] });

/** Workflows and journaled effects of a run that the engine still holds. */
async function journalOf(runId: string) {
  const { rows } = await world.database.db.pool.query<{ workflows: number; effects: number; inputs: number }>(
    `select (select count(*)::int from dbos.workflow_status where workflow_uuid like $1) as workflows,
            (select count(*)::int from dbos.operation_outputs where workflow_uuid like $1) as effects,
            (select count(*)::int from dbos.workflow_input where workflow_uuid like $1) as inputs`,
    [`${runId}%`],
  );
  return rows[0];
}

/** Everything that is kept of a run's data. */
async function dataOf(runId: string) {
  const { trigger, output, dataRemovedAt, state, businessKey } = await world.run(runId);
  return world.tx(async (tx) => ({
    run: { trigger, output, isRemoved: dataRemovedAt !== null, state, businessKey },
    steps: (await world.steps(runId)).length,
    events: await tx.select({ payload: triggerEvent.payload }).from(triggerEvent).where(eq(triggerEvent.runId, runId)),
    published: await tx
      .select({ type: publishedEvent.type, data: publishedEvent.data })
      .from(publishedEvent)
      .where(eq(publishedEvent.runId, runId)),
    messages: await tx.$count(notification, eq(notification.runId, runId)),
    deliveries: await tx.$count(delivery, eq(delivery.runId, runId)),
  }));
}

describe('finished runs', () => {
  it('lose what their callers would have needed had they been lost', async () => {
    const settings = { retention: 'P30D' };
    const undo = { operation: 'update', record: '{ "name": $trigger.name }' };
    const identity = { externalId: '$trigger.id' };
    const config = { connection: 'fake', object: 'Thing', operation: 'upsert', identity, record: '{}', undo };
    const nap = step('wait', 'nap', { for: { what: 'duration', duration: 'PT0S' } });
    await world.flow('called', [step('write', 'save', config), nap], {
      trigger: { kind: 'call', name: 'Called' },
      settings,
    });
    await world.flow('calls', [step('call', 'sub', { flow: 'called', input: '$trigger' })], { settings });
    expect(await world.runThrough('calls', thing('undo'))).toMatchObject({ state: 'succeeded' });
    const kept = () =>
      world.tx(async (tx) => ({
        entries: await tx.select({ entry: undoEntry.entry }).from(undoEntry),
        waits: await tx.select({ path: runWait.path, endedAt: runWait.endedAt }).from(runWait),
      }));
    expect(await kept()).toEqual({
      entries: [{ entry: expect.stringContaining('Quay undo') as unknown }],
      waits: [{ path: 'nap', endedAt: expect.any(Date) as unknown }],
    });
    await sweepAt(31);
    expect(await kept()).toEqual({ entries: [], waits: [] });
  });

  it('lose payloads, steps and journal after the retention of their flow, and keep the facts about themselves', async () => {
    const { id } = await world.runThrough('thing', thing('A-1'));
    expect(await journalOf(id)).toMatchObject({ workflows: expect.toSatisfy((count: number) => count > 0) });
    expect(await sweepAt(29)).toEqual({ runs: 0, events: 0, writes: 0, requests: 0, revisions: 0 });
    expect(await sweepAt(31)).toMatchObject({ runs: 1 });
    expect(await dataOf(id)).toEqual({
      run: { trigger: null, output: null, isRemoved: true, state: 'succeeded', businessKey: 'A-1' },
      steps: 0,
      events: [{ payload: null }],
      published: [{ type: 'thing.saved', data: null }],
      messages: 0,
      deliveries: 1,
    });
    expect(await journalOf(id)).toEqual({ workflows: 0, effects: 0, inputs: 0 });
    expect(await sweepAt(31)).toMatchObject({ runs: 0 });
  });

  it('can no longer be repeated, and a repeated event still starts nothing', async () => {
    const dedupeKey = 'event-1';
    const id = await world.start('thing', thing('A-2'), { dedupeKey });
    await world.ended(id);
    await sweepAt(31);
    await expect(world.tx((tx) => replayRun(tx, { runId: id, startedBy: 'user-ada' }))).rejects.toMatchObject({
      code: 'RUN_DATA_REMOVED',
    });
    expect(await world.start('thing', thing('A-2'), { dedupeKey })).toBe(id);
    expect(await world.runsOf(await world.definitionId('thing'))).toHaveLength(2);
  });

  it('are removed in batches', async () => {
    const ids = await Promise.all(['B-1', 'B-2', 'B-3', 'B-4', 'B-5'].map((id) => world.start('thing', thing(id))));
    await Promise.all(ids.map((id) => world.ended(id)));
    expect(await sweepAt(31, { batchSize: 2 })).toMatchObject({ runs: 5 });
  });

  it('of another flow follow that flow’s own setting', async () => {
    await world.flow('short', [respond('answer', '1')], { settings: { retention: 'P1D' } });
    const { id } = await world.runThrough('short');
    const other = await world.runThrough('thing', thing('A-3'));
    expect(await sweepAt(2)).toMatchObject({ runs: 1 });
    expect([(await world.run(id)).dataRemovedAt, (await world.run(other.id)).dataRemovedAt]).toEqual([
      expect.any(Date),
      null,
    ]);
  });
});

describe('what is still needed', () => {
  it.each([
    ['cannot be read', 'a while'],
    ['is the longest that a flow may have', 'P365000D'],
    ['is longer than time stamps reach', 'PT99999999H'],
    ['is longer than that in all its parts', 'P999999DT99999999H999999999M999999999S'],
    ['has more digits than an interval', 'P99999999999999999999D'],
  ])('stays where the retention of its flow %s, and holds up no other flow', async (_case, retention) => {
    const { definitionId } = await world.flow('kept', [respond('answer', '1')], { settings: { retention: 'P30D' } });
    const [kept, removed] = [await world.start('kept', {}), await world.start('thing', thing('beside'))];
    for (const runId of [kept, removed]) await world.ended(runId);
    const trigger = { kind: 'manual', name: 'By hand' };
    const stored = await world.publish('flow', 'kept', { format: 2, trigger, body: [], settings: { retention } });
    await world.tx((tx) => tx.update(run).set({ versionId: stored.versionId }).where(eq(run.id, kept)));
    const dedupeKey = `kept ${retention}`;
    await world.tx((tx) =>
      tx.insert(triggerEvent).values({
        environmentId: world.database.environmentIds.test,
        definitionId,
        source: 'webhook',
        dedupeKey,
        state: 'ignored',
        receivedAt: inDays(-4000),
      }),
    );
    await sweepAt(4000);
    expect((await world.run(kept)).dataRemovedAt).toBeNull();
    expect((await world.run(removed)).dataRemovedAt).not.toBeNull();
    const events = await world.tx((tx) => tx.$count(triggerEvent, eq(triggerEvent.dedupeKey, dedupeKey)));
    expect(events).toBe(1);
  });

  it('stays while its exception is open, and is removed once that is resolved', async () => {
    const { id } = await world.runThrough('stops', { id: 'C-1' });
    await sweepAt(400);
    expect(await world.run(id)).toMatchObject({ trigger: { id: 'C-1' }, dataRemovedAt: null });
    const [open] = await world.exceptions(id);
    const replayId = await world.replay({ exceptionId: open?.id ?? '', startedBy: 'user-ada' });
    await world.ended(replayId);
    // The exception of the replay, which is open, superseded it.
    await sweepAt(400);
    expect((await world.run(replayId)).dataRemovedAt).toBeNull();
    await world.tx((tx) => tx.update(exception).set({ state: 'resolved' }).where(eq(exception.runId, replayId)));
    await sweepAt(400);
    const after = await Promise.all([id, replayId].map(async (each) => (await world.exceptions(each))[0]));
    expect(after).toMatchObject([
      { payload: null, details: [], code: 'STOPPED' },
      { payload: null, details: [], code: 'STOPPED' },
    ]);
  });

  it('stays while a replay of a replay of it can be repeated, so that nothing is announced twice', async () => {
    const first = await world.runThrough('thing', thing('D-1'));
    const replayOf = (runId: string) => world.tx((tx) => replayRun(tx, { runId, startedBy: 'user-ada' }));
    const second = await world.ended(await replayOf(first.id));
    const third = await world.ended(await replayOf(second.id));
    const finishedAt = (days: number) => new Date(Date.now() + days * day);
    await world.tx(async (tx) => {
      await tx
        .update(run)
        .set({ finishedAt: finishedAt(20) })
        .where(eq(run.id, third.id));
    });
    await sweepAt(40);
    const last = await world.ended(await replayOf(third.id));
    const ids = [first, second, third, last].map(({ id }) => id);
    const announced = await world.tx(async (tx) => ({
      events: await tx.$count(publishedEvent, inArray(publishedEvent.runId, ids)),
      messages: await tx.$count(notification, inArray(notification.runId, ids)),
    }));
    expect(announced).toEqual({ events: 1, messages: 1 });
    expect(await sweepAt(400)).toMatchObject({ runs: expect.toSatisfy((count: number) => count >= 4) });
    const removedAt = await Promise.all(ids.map(async (id) => (await world.run(id)).dataRemovedAt));
    expect(removedAt).not.toContain(null);
  });

  it('stays as long as the run that called it, so that a replay of that one announces nothing twice', async () => {
    await world.flow(
      'tells',
      [
        step('publish', 'say', { type: 'thing.told', subject: '"E-1"', data: '{ "told": true }' }),
        step('notify', 'write', { to: '"operator"', subject: '"Told"', body: '"E-1"' }),
      ],
      { trigger: { kind: 'call', name: 'Called' }, settings: { retention: 'P7D' } },
    );
    await world.flow('calls', [
      step('call', 'sub', { flow: 'tells', input: '{}' }),
      step('raise', 'stop', { code: 'STOPPED', message: '"Not yet."' }),
    ]);
    const caller = await world.runThrough('calls', {});
    await sweepAt(8);
    const [open] = await world.exceptions(caller.id);
    const replayId = await world.replay({ exceptionId: open?.id ?? '', startedBy: 'user-ada' });
    await world.ended(replayId);
    const announced = await world.tx(async (tx) => ({
      events: await tx.$count(publishedEvent, eq(publishedEvent.subject, 'E-1')),
      messages: await tx.$count(notification, eq(notification.body, 'E-1')),
    }));
    expect(announced).toEqual({ events: 1, messages: 1 });
    await world.tx((tx) => tx.update(exception).set({ state: 'resolved' }).where(eq(exception.runId, replayId)));
    await sweepAt(400);
    const called = await world.runsOf(await world.definitionId('tells'));
    expect(called.map(({ dataRemovedAt }) => dataRemovedAt)).toEqual([expect.any(Date), expect.any(Date)]);
  });

  it('stays while a run is under way that it called, that repeats it, or that called it', async () => {
    const done = async () => (await world.runThrough('thing', thing(crypto.randomUUID()))).id;
    const [caller, repeated, called] = [await done(), await done(), await done()];
    const active = { state: 'waiting', finishedAt: null } as const;
    const [child, replay, parent] = [await done(), await done(), await done()];
    await world.tx(async (tx) => {
      await tx
        .update(run)
        .set({ ...active, parentRunId: caller })
        .where(eq(run.id, child));
      await tx
        .update(run)
        .set({ ...active, replayOfRunId: repeated })
        .where(eq(run.id, replay));
      await tx.update(run).set(active).where(eq(run.id, parent));
      await tx.update(run).set({ parentRunId: parent }).where(eq(run.id, called));
    });
    await sweepAt(400);
    const removed = await Promise.all(
      [caller, repeated, called, child, replay, parent].map(async (id) => (await world.run(id)).dataRemovedAt),
    );
    expect(removed).toEqual([null, null, null, null, null, null]);
    await world.tx((tx) =>
      tx
        .update(run)
        .set({ state: 'succeeded', finishedAt: new Date() })
        .where(sql`${run.finishedAt} is null`),
    );
    expect(await sweepAt(400)).toMatchObject({ runs: 6 });
  });
});

describe('what belongs to no run', () => {
  it('is removed too: events that started nothing after the flow’s retention, and answers to the web app after a day', async () => {
    const { database } = world;
    const environmentId = database.environmentIds.test;
    await world.tx(async (tx) => {
      const definitionId = await world.definitionId('thing');
      await tx.insert(triggerEvent).values({
        environmentId,
        definitionId,
        source: 'webhook',
        dedupeKey: 'idle',
        state: 'ignored',
        reason: 'condition',
        payload: { secret: 'x' },
        note: 'The condition did not hold.',
      });
      await tx.execute(sql`insert into engine_request (id, environment_id, kind, input, output, state)
        values (gen_random_uuid(), ${environmentId}, 'read-sample', '{}', '{"records": []}', 'succeeded')`);
    });
    expect(await sweepAt(0)).toEqual({ runs: 0, events: 0, writes: 0, requests: 0, revisions: 0 });
    expect(await sweepAt(2)).toEqual({ runs: 0, events: 0, writes: 0, requests: 1, revisions: 0 });
    expect(await sweepAt(31)).toMatchObject({ events: 1 });
  });

  it('removes events that nobody listened to after 30 days, and none that waits for its record', async () => {
    const { connectionId, database } = world;
    const environmentId = database.environmentIds.test;
    const definitionId = await world.definitionId('thing');
    const event = { environmentId, connectionId, source: 'webhook' as const, object: 'Thing', recordId: 'r-1' };
    await world.tx(async (tx) => {
      await tx.insert(triggerEvent).values({ ...event, dedupeKey: 'nobody', state: 'unclaimed' });
      await tx.insert(triggerEvent).values({
        ...event,
        definitionId,
        dedupeKey: 'waits',
        state: 'waiting',
        dueAt: inDays(1000),
      });
      const written = { environmentId, connectionId, object: 'Thing', externalId: 'r-1', changedAt: new Date() };
      await tx.insert(ownWrite).values({ ...written, version: 'v1' });
    });
    const keys = () =>
      world.tx(async (tx) => {
        const rows = await tx.select().from(triggerEvent).where(eq(triggerEvent.recordId, 'r-1'));
        return rows.map(({ dedupeKey }) => dedupeKey).toSorted();
      });
    expect(await sweepAt(29)).toMatchObject({ events: 0, writes: 0 });
    expect(await keys()).toEqual(['nobody', 'waits']);
    expect(await sweepAt(31)).toMatchObject({ events: 1, writes: 1 });
    await sweepAt(400);
    expect(await keys()).toEqual(['waits']);
  });

  it('keeps the newest saved states of a draft', async () => {
    const definitionId = await world.tx(async (tx) => {
      const created = await createDefinition(tx, {
        kind: 'value-map',
        key: 'codes',
        name: 'Codes',
        document: { format: 1, entries: [] },
        createdBy: 'user-ada',
      });
      for (let revision = created.revision; revision < 110; revision += 1) {
        await saveDraft(tx, {
          definitionId: created.definitionId,
          expectedRevision: revision,
          document: { format: 1, entries: [{ key: String(revision), value: revision }] },
          savedBy: 'user-ada',
        });
      }
      return created.definitionId;
    });
    await expect(sweepAt(0, { keptRevisions: 5 })).rejects.toMatchObject({
      message: 'The newest 100 rows of "draft_revision" per definition cannot be removed.',
    });
    expect(await sweepAt(0, { keptRevisions: 105, batchSize: 2 })).toMatchObject({ revisions: 5 });
    const kept = await world.tx((tx) =>
      tx
        .select({ revision: draftRevision.revision })
        .from(draftRevision)
        .where(eq(draftRevision.definitionId, definitionId))
        .orderBy(draftRevision.revision),
    );
    expect(kept.map(({ revision }) => revision)).toEqual(Array.from({ length: 105 }, (_, at) => at + 6));
  });
});
