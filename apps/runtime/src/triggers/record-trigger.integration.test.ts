import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ConnectorError } from '@throughline/core/connector/error';
import { setConnectionState } from '@throughline/core/db/connections/set-connection-state';
import { keepUnclaimed } from '@throughline/core/db/events/keep-unclaimed';
import { offeredEvents, takeUpEvents } from '@throughline/core/db/events/take-up-events';
import { changeCursor, triggerEvent } from '@throughline/core/db/schema/index';
import { maxUnclaimedBytes, maxUnclaimedEvents } from '@throughline/core/db/words/unclaimed-limits';
import type { FlowInput } from '@throughline/core/flow';
import { restartCursor } from '../store/change-cursor.ts';
import { FakeWorld, respond, step } from '../../testing/fake-world.ts';
import { waitUntil } from '../../testing/wait-until.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

type Trigger = FlowInput['trigger'];
const onWebhook = (object: string, more: Partial<Extract<Trigger, { kind: 'webhook' }>> = {}): Trigger => ({
  kind: 'webhook',
  name: 'Told',
  connection: 'fake',
  object,
  ...more,
});
const onChange = (object: string, more: Partial<Extract<Trigger, { kind: 'change' }>> = {}): Trigger => ({
  kind: 'change',
  name: 'Changed',
  connection: 'fake',
  object,
  every: 'PT1S',
  ...more,
});

/** Publishes a flow that answers with its trigger, and ends what the flows of earlier tests would hear. */
const listen = async (key: string, trigger: Trigger, body = [respond('answer', '$trigger')]) => {
  const { definitionId } = await world.flow(key, body, { trigger });
  return definitionId;
};

const eventsOf = (definitionId: string) =>
  world.tx((tx) =>
    tx.select().from(triggerEvent).where(eq(triggerEvent.definitionId, definitionId)).orderBy(triggerEvent.id),
  );
/** The flow's events, once so many have been judged. */
const judged = (definitionId: string, count: number) =>
  waitUntil(`${count} judged events`, async () => {
    const events = (await eventsOf(definitionId)).filter(({ state }) => state !== 'waiting');
    return events.length >= count ? events : undefined;
  });
const ended = (definitionId: string, count: number) =>
  waitUntil(`${count} ended runs`, async () => {
    const runs = (await world.runsOf(definitionId)).filter(({ finishedAt }) => finishedAt !== null);
    return runs.length >= count ? runs : undefined;
  });

describe('a trigger about a record', () => {
  it('gives the record, whether a webhook or a poll reported the change', async () => {
    const told = await listen('told', onWebhook('Thing', { when: '$trigger.name = "Quay"' }));
    const changed = await listen('changed', onChange('Thing', { when: '$trigger.name = "Quay"' }));
    const record = world.system.add('Thing', { id: 'shape-1', name: 'Quay' });
    expect(await world.tell('Thing', 'shape-1')).toBe(202);
    const runs = [...(await ended(told, 1)), ...(await ended(changed, 1))];
    expect(runs.map(({ source, trigger, state }) => ({ source, trigger, state }))).toEqual([
      { source: 'webhook', trigger: record, state: 'succeeded' },
      { source: 'change', trigger: record, state: 'succeeded' },
    ]);
    const events = [...(await eventsOf(told)), ...(await eventsOf(changed))];
    expect(events.map(({ payload, sent }) => ({ payload, sent }))).toEqual([
      { payload: record, sent: { recordId: 'shape-1', note: 'as sent' } },
      { payload: record, sent: null },
    ]);
  });

  it('keeps an event that its condition does not want, with the record and the reason', async () => {
    const definitionId = await listen('picky', onWebhook('Thing', { when: 'name = "Pier"' }));
    const record = world.system.add('Thing', { id: 'picky-1', name: 'Jetty' });
    await world.tell('Thing', 'picky-1');
    expect(await judged(definitionId, 1)).toMatchObject([
      {
        state: 'ignored',
        reason: 'condition',
        note: 'The trigger’s condition does not hold.',
        payload: record,
        runId: null,
      },
    ]);
    expect(await world.runsOf(definitionId)).toEqual([]);
  });

  it('gives what was sent when the flow asks for that, also when there is no such record', async () => {
    const definitionId = await listen('as-sent', onWebhook('Thing', { record: 'as-sent' }));
    await world.tell('Thing', 'as-sent-1');
    expect(await ended(definitionId, 1)).toMatchObject([{ trigger: { recordId: 'as-sent-1', note: 'as sent' } }]);
  });

  it('ignores deletions unless the flow asks for them, and then gives what is left of the record', async () => {
    const ignoring = await listen('no-deletions', onWebhook('Thing'));
    const starting = await listen('deletions', onWebhook('Thing', { deletions: 'start' }));
    await world.tell('Thing', 'gone-1', { kind: 'deleted', occurredAt: '2026-11-01T10:00:00.000Z' });
    expect(await judged(ignoring, 1)).toMatchObject([{ state: 'ignored', reason: 'deletion' }]);
    expect(await ended(starting, 1)).toMatchObject([
      { trigger: { id: 'gone-1', isDeleted: true, deletedAt: '2026-11-01T10:00:00.000Z' } },
    ]);
  });

  it('starts one run for an event that comes many times at once, and keeps the order of a record’s events', async () => {
    const definitionId = await listen('once', onWebhook('Thing', { when: 'group = "once"' }));
    world.system.add('Thing', { id: 'once-1', name: 'one', group: 'once' });
    const id = crypto.randomUUID();
    await Promise.all(Array.from({ length: 20 }, () => world.tell('Thing', 'once-1', { id })));
    await ended(definitionId, 1);
    world.system.add('Thing', { id: 'once-1', name: 'two', group: 'once' });
    await world.tell('Thing', 'once-1');
    const runs = await ended(definitionId, 2);
    expect(runs.map(({ trigger }) => (trigger as { name: string }).name)).toEqual(['one', 'two']);
  });

  it('takes up a state of a record once, however many events report it', async () => {
    const definitionId = await listen('states', onWebhook('Thing', { when: 'group = "states"' }));
    world.system.add('Thing', { id: 'state-1', group: 'states' });
    await world.tell('Thing', 'state-1');
    await world.tell('Thing', 'state-1');
    const events = await judged(definitionId, 2);
    expect(events.map(({ state, reason }) => ({ state, reason }))).toEqual([
      { state: 'started', reason: null },
      { state: 'ignored', reason: 'repeated' },
    ]);
  });
});

describe('a record that cannot be read', () => {
  it('is tried again when the failure may pass', async () => {
    const definitionId = await listen('retries', onWebhook('Echo', { when: 'group = "retries"' }));
    world.system.add('Echo', { id: 'retry-1', group: 'retries' });
    const error = new ConnectorError('Out for lunch.', { class: 'transient' });
    world.system.faults.push({ on: 'look', object: 'Echo', error });
    await world.tell('Echo', 'retry-1');
    expect(await judged(definitionId, 1)).toMatchObject([{ state: 'started', attempts: 1, failureMessage: null }]);
  });

  it('becomes an exception when trying again cannot help', async () => {
    const definitionId = await listen('forbidden', onWebhook('Echo', { when: 'group = "forbidden"' }));
    world.system.add('Echo', { id: 'secret-1', group: 'forbidden' });
    world.system.faults.push({
      on: 'look',
      object: 'Echo',
      error: new ConnectorError('Not for you.', { class: 'forbidden' }),
      times: 2,
    });
    await world.tell('Echo', 'secret-1');
    const [stopped] = await ended(definitionId, 1);
    expect(stopped).toMatchObject({ state: 'failed', errorCode: 'TRIGGER_RECORD_UNREADABLE' });
    expect(await world.exceptions(stopped?.id ?? '')).toMatchObject([
      {
        code: 'TRIGGER_RECORD_UNREADABLE',
        path: 'trigger',
        state: 'open',
        payload: { id: 'secret-1' },
        message: 'The event is about Echo secret-1, which could not be read: Not for you.',
      },
    ]);
  });

  it('becomes an exception when the system does not know it, and is ignored when its deletion was reported', async () => {
    const definitionId = await listen('missing', onWebhook('Echo'));
    await world.tell('Echo', 'nowhere-1');
    await world.tell('Echo', 'deleted-1', { occurredAt: '2026-11-01T10:00:00.000Z' });
    await world.tell('Echo', 'deleted-1', { occurredAt: '2026-11-01T10:00:05.000Z', kind: 'deleted' });
    const events = await judged(definitionId, 3);
    expect(events.map(({ recordId, state, reason }) => ({ recordId, state, reason }))).toEqual([
      { recordId: 'nowhere-1', state: 'started', reason: null },
      { recordId: 'deleted-1', state: 'ignored', reason: 'deletion' },
      { recordId: 'deleted-1', state: 'ignored', reason: 'deletion' },
    ]);
    expect(await ended(definitionId, 1)).toMatchObject([{ errorCode: 'TRIGGER_RECORD_MISSING' }]);
  });

  it('waits for as long as its connection is paused', async () => {
    const definitionId = await listen('paused', onWebhook('Echo', { when: 'group = "paused"' }));
    world.system.add('Echo', { id: 'paused-1', group: 'paused' });
    const setState = (state: 'paused' | 'untested') =>
      world.tx((tx) => setConnectionState(tx, { connectionId: world.connectionId, state, setBy: 'user-ada' }));
    await setState('paused');
    onTestFinished(() => setState('untested').then(() => undefined));
    await world.tell('Echo', 'paused-1');
    const waiting = await waitUntil('the reason', async () =>
      (await eventsOf(definitionId)).find(({ failureMessage }) => failureMessage !== null),
    );
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 0, failureMessage: 'The connection fake is paused.' });
    await setState('untested');
    expect(await judged(definitionId, 1)).toMatchObject([{ state: 'started' }]);
  });
});

describe('the echo of our own write', () => {
  const write = (object: string) => [
    step('write', 'save', {
      connection: 'fake',
      object,
      operation: 'upsert',
      identity: { externalId: '$trigger.id', entity: 'thing', canonicalId: '$trigger.id' },
      record: '{ "name": $trigger.name }',
    }),
  ];

  it('starts nothing by webhook or by poll, and a genuine change right after does', async () => {
    const told = await listen('echo-told', onWebhook('Echo', { when: 'name in ["ours", "theirs"]' }));
    const changed = await listen('echo-changed', onChange('Echo', { when: 'name in ["ours", "theirs"]' }));
    await world.flow('echo-writes', write('Echo'));
    expect(await world.runThrough('echo-writes', { id: 'E-1', name: 'ours' })).toMatchObject({ state: 'succeeded' });
    const [ours] = world.system.all('Echo').filter(({ externalId }) => externalId === 'E-1');
    const id = ours?.id ?? '';
    await world.tell('Echo', id);
    const isOfRecord = ({ recordId }: { recordId: string | null }) => recordId === id;
    const heardBy = (definitionId: string, count: number) =>
      waitUntil(`${count} events of the record`, async () => {
        const events = (await eventsOf(definitionId)).filter(isOfRecord).filter(({ state }) => state !== 'waiting');
        return events.length >= count ? events : undefined;
      });
    for (const flow of [told, changed]) {
      expect(await heardBy(flow, 1)).toMatchObject([{ state: 'ignored', reason: 'echo', idempotencyKey: null }]);
    }
    world.system.add('Echo', { ...ours, name: 'theirs' });
    await world.tell('Echo', id);
    for (const flow of [told, changed]) {
      expect(await heardBy(flow, 2)).toMatchObject([{ reason: 'echo' }, { state: 'started', reason: null }]);
    }
  });

  it('is not assumed when somebody changed the record shortly before we did and nobody has heard of that', async () => {
    const definitionId = await listen('echo-between', onWebhook('Echo'));
    await world.flow('echo-between-writes', write('Echo'));
    const record = world.system.add('Echo', { externalId: 'E-2', name: 'first', phone: '1' });
    await world.tell('Echo', record.id);
    await judged(definitionId, 1);
    world.system.add('Echo', { ...record, phone: '2' });
    expect(await world.runThrough('echo-between-writes', { id: 'E-2', name: 'ours' })).toMatchObject({
      state: 'succeeded',
    });
    await world.tell('Echo', record.id);
    const events = (await judged(definitionId, 2)).filter(({ recordId }) => recordId === record.id);
    expect(events.map(({ state, payload }) => ({ state, phone: (payload as { phone: string }).phone }))).toEqual([
      { state: 'started', phone: '1' },
      { state: 'started', phone: '2' },
    ]);
  });

  it('does not use up the idempotency key of the genuine event', async () => {
    const { definitionId } = await world.flow('echo-key', [respond('answer', '$trigger.name')], {
      trigger: onWebhook('Echo', { when: 'externalId = "E-3"' }),
      settings: { idempotencyKey: '$trigger.externalId' },
    });
    await world.flow('echo-key-writes', write('Echo'));
    await world.runThrough('echo-key-writes', { id: 'E-3', name: 'ours' });
    const [ours] = world.system.all('Echo').filter(({ externalId }) => externalId === 'E-3');
    await world.tell('Echo', ours?.id ?? '');
    await judged(definitionId, 1);
    world.system.add('Echo', { ...ours, name: 'theirs' });
    await world.tell('Echo', ours?.id ?? '');
    expect(await judged(definitionId, 2)).toMatchObject([
      { state: 'ignored', reason: 'echo', idempotencyKey: null },
      { state: 'started', idempotencyKey: 'E-3' },
    ]);
  });
});

describe('a webhook that no live flow listens to', () => {
  const offered = (definitionId: string) =>
    world.tx((tx) => offeredEvents(tx, { environmentId: world.database.environmentIds.test, definitionId }));

  it('is kept, and taken up once by a flow that goes live when a person says so', async () => {
    const first = world.system.add('Late', { id: 'late-1', name: 'one' });
    const second = world.system.add('Late', { id: 'late-2', name: 'two' });
    await world.tell('Late', 'late-1');
    await world.tell('Late', 'late-1');
    await world.tell('Late', 'late-2');
    await world.tell('Late', 'late-3', { kind: 'deleted' });
    const kept = await world.tx((tx) =>
      tx.select().from(triggerEvent).where(eq(triggerEvent.object, 'Late')).orderBy(triggerEvent.id),
    );
    expect(kept.map(({ state, definitionId, recordId }) => ({ state, definitionId, recordId }))).toEqual(
      ['late-1', 'late-1', 'late-2', 'late-3'].map((recordId) => ({
        state: 'unclaimed',
        definitionId: null,
        recordId,
      })),
    );
    const definitionId = await listen('late', onWebhook('Late'));
    expect(await offered(definitionId)).toMatchObject({ records: 2 });
    expect(await world.runsOf(definitionId)).toEqual([]);
    const flow = { environmentId: world.database.environmentIds.test, definitionId };
    expect(await world.tx((tx) => takeUpEvents(tx, flow, { since: new Date(), takenUpBy: 'user-olga' }))).toEqual({
      taken: 0,
      deletions: 0,
    });
    expect(await world.tx((tx) => takeUpEvents(tx, flow, { since: new Date(0), takenUpBy: 'user-olga' }))).toEqual({
      taken: 2,
      deletions: 0,
    });
    const runs = await ended(definitionId, 2);
    expect(runs.map(({ trigger }) => trigger)).toEqual(expect.arrayContaining([first, second]));
    expect(runs.map(({ startedBy }) => startedBy)).toEqual(['user-olga', 'user-olga']);
    expect(await world.tx((tx) => takeUpEvents(tx, flow, { since: new Date(0), takenUpBy: 'user-olga' }))).toEqual({
      taken: 0,
      deletions: 0,
    });
    expect(await offered(definitionId)).toBeUndefined();
  });

  it('is kept up to a number and a size, and the newest are kept', async () => {
    const { connectionId, database } = world;
    const keep = (id: number, sent: unknown) =>
      world.tx((tx) =>
        keepUnclaimed(tx, {
          environmentId: database.environmentIds.test,
          connectionId,
          dedupeKey: `flood-${id}`,
          record: { object: 'Flood', recordId: String(id), change: 'updated', sent },
          occurredAt: new Date(),
        }),
      );
    await world.tx((tx) =>
      tx.insert(triggerEvent).values(
        Array.from({ length: maxUnclaimedEvents }, (_, at) => ({
          environmentId: database.environmentIds.test,
          connectionId,
          source: 'webhook' as const,
          dedupeKey: `flood-${at}`,
          state: 'unclaimed' as const,
          object: 'Flood',
          recordId: String(at),
          receivedAt: new Date(Date.now() - 86_400_000 + at * 1000),
        })),
      ),
    );
    await keep(maxUnclaimedEvents, { text: 'ü'.repeat((maxUnclaimedBytes * 3) / 4) });
    const rows = await world.tx((tx) =>
      tx
        .select({ recordId: triggerEvent.recordId, sent: triggerEvent.sent })
        .from(triggerEvent)
        .where(and(eq(triggerEvent.connectionId, connectionId), eq(triggerEvent.state, 'unclaimed')))
        .orderBy(triggerEvent.receivedAt),
    );
    expect(rows).toHaveLength(maxUnclaimedEvents);
    expect(rows.at(-1)).toEqual({ recordId: String(maxUnclaimedEvents), sent: null });
    expect(rows.some(({ recordId }) => recordId === '0')).toBe(false);
  });
});

describe('a cursor that the system does not know any more', () => {
  it('is given up: changes are crawled again from shortly before the newest one of the last whole crawl', async () => {
    const first = world.system.add('Lost', { id: 'lost-1', name: 'one' });
    const definitionId = await listen('lost', onChange('Lost'));
    await ended(definitionId, 1);
    const isOurs = eq(changeCursor.definitionId, definitionId);
    const cursor = async () => (await world.tx((tx) => tx.select().from(changeCursor).where(isOurs)))[0];
    const instantOf = ({ version }: { readonly version: string }) => 1_790_000_000_000 + Number(version.slice(1));
    expect((await cursor())?.seenUntil).toEqual(new Date(instantOf(first)));
    // The clock of the fake system is behind ours, so the flow went live before anything that it shows.
    await world.tx((tx) =>
      tx
        .update(changeCursor)
        .set({ since: new Date(0) })
        .where(isOurs),
    );
    // The newest change comes first, as that of another list would, and the cursor is gone before the crawl has ended.
    world.system.changePage = (object, page) => {
      if (object !== 'Lost' || page.changes.length < 2) return page;
      world.system.changePage = (_object, whole) => whole;
      world.system.faults.push({
        on: 'changes',
        object: 'Lost',
        error: new ConnectorError('This cursor is too old.', { class: 'gone' }),
      });
      return { ...page, hasMore: true };
    };
    const second = world.system.add('Lost', { id: 'lost-2', name: 'two' });
    await waitUntil('the restart', async () => ((await cursor())?.restartedAt == null ? undefined : true));
    const restartedFrom = new Date(instantOf(first) - 60_000);
    expect(await cursor()).toMatchObject({
      restartMessage: 'This cursor is too old.',
      restartedFrom,
      since: restartedFrom,
      failureMessage: null,
    });
    await waitUntil('the end of the crawl', async () =>
      (await cursor())?.seenUntil?.getTime() === instantOf(second) ? true : undefined,
    );
    // The third run reports the restart.
    const runs = (await ended(definitionId, 3)).filter(({ state }) => state === 'succeeded');
    expect(runs.map(({ trigger }) => (trigger as { name: string }).name)).toEqual(['one', 'two']);
  });

  it('is never crawled from before the moment at which the flow went live', async () => {
    const since = new Date('2026-11-01T12:00:00Z');
    const seenUntil = new Date('2026-11-01T12:00:30Z');
    const restarted = await world.tx(async (tx) => {
      const place = { environmentId: world.database.environmentIds.test, connectionId: world.connectionId };
      const [row] = await tx
        .insert(changeCursor)
        .values({ ...place, definitionId: crypto.randomUUID(), cursor: 'c-1', since, seenUntil })
        .returning({ id: changeCursor.id });
      return restartCursor(tx, { cursorId: row?.id ?? '', gone: 'c-1', overlapMs: 60_000, message: 'Too old.' });
    });
    expect(restarted).toMatchObject({ cursor: null, since, restartedFrom: since });
  });
});
