import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelRun } from '@throughline/core/db/runs/cancel-run';
import { replayRun } from '@throughline/core/db/runs/replay-run';
import { exception, notification, publishedEvent } from '@throughline/core/db/schema/index';
import { calledRunId } from './run/called-run-id.ts';
import { addCalledRun } from './store/add-called-run.ts';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';
import { waitUntil } from '../testing/wait-until.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());
beforeEach(() => {
  world.system.records.clear();
  world.system.effects.length = 0;
  world.system.beforeWrite = () => Promise.resolve();
});

const write = (id: string, more: object = {}) =>
  step('write', id, {
    connection: 'fake',
    object: 'Thing',
    operation: 'upsert',
    identity: { externalId: '$trigger.id' },
    record: '{ "name": $trigger.name, "terms": $trigger.terms }',
    ...more,
  });

const needsTerms = step('check', 'complete', {
  rules: [{ code: 'TERMS_MISSING', message: 'Terms missing.', assert: '$exists($trigger.terms)' }],
});

/** Holds writes back until it is opened. */
function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let arrived = 0;
  world.system.beforeWrite = async () => {
    arrived += 1;
    await opened;
  };
  return { open: () => open(), arrived: () => waitUntil('a write', () => (arrived > 0 ? true : undefined)) };
}

describe('replay', () => {
  beforeAll(() =>
    world.flow('handoff', [
      write('before', { record: '{ "name": $trigger.name }', deliveryName: 'first' }),
      step('publish', 'begun', { type: 'deal.begun', subject: '$trigger.id', data: '{ "id": $trigger.id }' }),
      step('notify', 'tell', { to: '"olga@haldenpike.example"', subject: '"Begun"', body: '$trigger.id' }),
      needsTerms,
      write('after', { identity: { externalId: '$trigger.id & "-contract"' } }),
    ]),
  );

  it('completes with the payload as the operator left it, and repeats nothing that was done', async () => {
    const stopped = await world.runThrough('handoff', { id: 'A-1', name: 'Quay' });
    const [open] = await world.exceptions(stopped.id);
    expect(open).toMatchObject({ code: 'TERMS_MISSING', state: 'open', payload: { id: 'A-1', name: 'Quay' } });
    const data = { id: 'A-1', name: 'Quay', terms: 'Net 30' };
    const replayId = await world.replay({ exceptionId: open?.id ?? '', startedBy: 'user-olga', payload: { data } });
    expect(await world.ended(replayId)).toMatchObject({
      state: 'succeeded',
      source: 'replay',
      replayOfRunId: stopped.id,
      trigger: data,
      startedBy: 'user-olga',
    });
    expect(world.system.effects).toEqual(['created Thing A-1', 'created Thing A-1-contract']);
    expect(await world.exceptions(stopped.id)).toMatchObject([
      { state: 'resolved', resolution: 'replayed', replayRunId: replayId, resolvedBy: 'user-olga' },
    ]);
    const said = await world.tx(async (tx) => ({
      events: await tx.select().from(publishedEvent).where(eq(publishedEvent.subject, 'A-1')),
      notices: await tx.select().from(notification).where(eq(notification.body, 'A-1')),
    }));
    expect([said.events.length, said.notices.length]).toEqual([1, 1]);
  });

  it('passes the record on as a new exception with the same owner when it stops again', async () => {
    const stopped = await world.runThrough('handoff', { id: 'A-2', name: 'Quay' });
    const [open] = await world.exceptions(stopped.id);
    await world.tx((tx) =>
      tx
        .update(exception)
        .set({ ownerUserId: 'user-olga' })
        .where(eq(exception.id, open?.id ?? '')),
    );
    const replayId = await world.replay({ exceptionId: open?.id ?? '', startedBy: 'user-olga' });
    await world.ended(replayId);
    expect(await world.exceptions(stopped.id)).toMatchObject([{ state: 'resolved', resolution: 'superseded' }]);
    expect(await world.exceptions(replayId)).toMatchObject([
      { state: 'open', code: 'TERMS_MISSING', ownerUserId: 'user-olga' },
    ]);
  });

  it('repeats one item of a list and leaves the others alone', async () => {
    await world.flow('lines', [
      step(
        'for-each',
        'lines',
        { items: '$trigger.lines', itemKey: '$item.id', onItemError: 'continue' },
        {
          bodies: {
            each: [
              step('check', 'ok', { rules: [{ code: 'NO_NAME', message: 'No name.', assert: '$exists($item.name)' }] }),
              write('save', { identity: { externalId: '$item.id' }, record: '{ "name": $item.name }' }),
            ],
          },
        },
      ),
      step('notify', 'done', { to: '"x@example.com"', subject: '"Lines done"', body: '$string($count($steps.lines))' }),
    ]);
    const first = await world.runThrough('lines', {
      lines: [{ id: 'L-1', name: 'a' }, { id: 'L-2' }, { id: 'L-3', name: 'c' }],
    });
    expect(world.system.effects).toEqual(['created Thing L-1', 'created Thing L-3']);
    const [open] = await world.exceptions(first.id);
    expect(open).toMatchObject({ path: 'lines[1]', payload: { id: 'L-2' } });
    const replayId = await world.replay({
      exceptionId: open?.id ?? '',
      startedBy: 'user-olga',
      payload: { data: { id: 'L-2', name: 'b' } },
    });
    expect(await world.ended(replayId)).toMatchObject({ state: 'succeeded', errorCode: null });
    expect(world.system.effects).toEqual(['created Thing L-1', 'created Thing L-3', 'created Thing L-2']);
    expect((await world.steps(replayId)).map(({ path }) => path)).toEqual(['lines', 'lines[1].ok', 'lines[1].save']);
    expect(await world.exceptions(first.id)).toMatchObject([{ resolution: 'replayed' }]);
    const notices = await world.tx((tx) =>
      tx.select().from(notification).where(eq(notification.subject, 'Lines done')),
    );
    expect(notices).toHaveLength(1);
  });

  it('skips an event that is older than what its key last applied, and says so', async () => {
    await world.flow('ordered', [write('save')], { settings: { orderingKey: '$trigger.id' } });
    const at = (hour: number) => ({ occurredAt: new Date(Date.UTC(2026, 10, 23, hour)) });
    const older = await world.ended(await world.start('ordered', { id: 'O-1', name: 'old' }, at(9)));
    const newer = await world.ended(await world.start('ordered', { id: 'O-1', name: 'new' }, at(10)));
    const replayId = await world.tx((tx) => replayRun(tx, { runId: older.id, startedBy: 'user-olga' }));
    expect(await world.ended(replayId)).toMatchObject({
      state: 'cancelled',
      errorCode: 'STALE_EVENT',
      errorMessage: `A newer event for the same key was already applied by run ${newer.id}; this older one was skipped.`,
    });
    expect(world.system.all('Thing')).toMatchObject([{ externalId: 'O-1', name: 'new' }]);
  });
});

describe('order and versions', () => {
  it('runs events of one key one after the other, in order of arrival, and other keys in the meantime', async () => {
    await world.flow('keyed', [write('save', { identity: { externalId: '$trigger.key & "-" & $trigger.n' } })], {
      settings: { orderingKey: '$trigger.key' },
    });
    let underWay = 0;
    let most = 0;
    world.system.beforeWrite = async ({ identity }) => {
      if (identity?.by !== 'external-id' || !identity.value.startsWith('K1')) return;
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
    };
    const ids: string[] = [];
    for (let n = 0; n < 50; n += 1) ids.push(await world.start('keyed', { key: 'K1', n }));
    const other = await world.start('keyed', { key: 'K2', n: 0 });
    expect(await world.ended(other)).toMatchObject({ state: 'succeeded' });
    await waitUntil('all of the key', async () =>
      (await world.run(ids.at(-1) ?? '')).finishedAt === null ? undefined : true,
    );
    const ofKey = world.system.effects.filter((effect) => effect.includes('K1'));
    expect(ofKey).toEqual(Array.from({ length: 50 }, (_, n) => `created Thing K1-${n}`));
    expect(most).toBe(1);
  });

  it('finishes a run on the versions with which it began, whatever is published meanwhile', async () => {
    const mapping = (text: string) => ({
      format: 1,
      text,
      source: { kind: 'any' },
      target: { kind: 'any' },
      tests: [],
    });
    await world.publish('mapping', 'shape', mapping('{ "name": "one" }'));
    const body = (name: string) => [
      write('first'),
      step('map', 'shape', { mapping: 'shape', input: '$trigger' }),
      respond('answer', `{ "flow": "${name}", "version": $flow.version, "name": $steps.shape.name }`),
    ];
    await world.flow('versioned', body('one'));
    const held = gate();
    const runId = await world.start('versioned', { id: 'V-1' });
    await held.arrived();
    await world.publish('mapping', 'shape', mapping('{ "name": "two" }'));
    await world.flow('versioned', body('two'));
    held.open();
    expect((await world.ended(runId)).output).toMatchObject({ body: { flow: 'one', version: 1, name: 'one' } });
    expect((await world.runThrough('versioned', { id: 'V-2' })).output).toMatchObject({
      body: { flow: 'two', version: 2, name: 'two' },
    });
    // Publishing ran nothing again.
    expect(await world.runsOf(await world.definitionId('versioned'))).toHaveLength(2);
    const same = await world.tx((tx) => replayRun(tx, { runId, startedBy: 'user-olga', versions: 'same' }));
    expect((await world.ended(same)).output).toMatchObject({ body: { version: 1, name: 'one' } });
    const live = await world.tx((tx) => replayRun(tx, { runId, startedBy: 'user-olga' }));
    expect((await world.ended(live)).output).toMatchObject({ body: { version: 2, name: 'two' } });
  });
});

describe('cancel', () => {
  it('starts no further effect after a run was cancelled', async () => {
    await world.flow('long', [write('one'), write('two', { identity: { externalId: '$trigger.id & "-2"' } })]);
    const held = gate();
    const runId = await world.start('long', { id: 'C-1' });
    await held.arrived();
    await world.tx((tx) => cancelRun(tx, { runId, cancelledBy: 'user-olga', now: world.now() }));
    held.open();
    await waitUntil('the steps of the run to end', async () =>
      (await world.steps(runId)).every(({ finishedAt }) => finishedAt !== null) ? true : undefined,
    );
    expect(await world.run(runId)).toMatchObject({ state: 'cancelled', errorCode: 'CANCELLED' });
    expect(world.system.effects).toEqual(['created Thing C-1']);
    expect(await world.exceptions(runId)).toEqual([]);
  });

  it('wakes a waiting run to end it', async () => {
    await world.flow('sleeps', [step('wait', 'nap', { for: { what: 'duration', duration: 'P1D' } })]);
    const runId = await world.start('sleeps', {});
    await waitUntil('waiting', async () => ((await world.run(runId)).state === 'waiting' ? true : undefined));
    await world.tx((tx) => cancelRun(tx, { runId, cancelledBy: 'user-olga', now: world.now() }));
    await waitUntil('skipped', async () => ((await world.steps(runId))[0]?.state === 'skipped' ? true : undefined));
    await expect(
      world.tx((tx) => cancelRun(tx, { runId, cancelledBy: 'user-olga', now: world.now() })),
    ).rejects.toMatchObject({
      code: 'RUN_FINISHED',
    });
  });

  it('fails at the step whose called run was cancelled', async () => {
    await world.flow('naps', [step('wait', 'nap', { for: { what: 'duration', duration: 'P1D' } })], {
      trigger: { kind: 'call', name: 'Called' },
    });
    await world.flow('calls-nap', [step('call', 'sub', { flow: 'naps', input: '{}' })]);
    const callerId = await world.start('calls-nap', {});
    const calledId = calledRunId(callerId, 'sub');
    await waitUntil('the called run to wait', async () => {
      const [called] = await world.runsOf(await world.definitionId('naps'));
      return called?.state === 'waiting' ? true : undefined;
    });
    await world.tx((tx) => cancelRun(tx, { runId: calledId, cancelledBy: 'user-olga', now: world.now() }));
    expect(await world.ended(callerId)).toMatchObject({ state: 'failed', errorCode: 'CALLED_RUN_CANCELLED' });
    expect(await world.exceptions(callerId)).toMatchObject([{ path: 'sub', code: 'CALLED_RUN_CANCELLED' }]);
    expect(await world.run(calledId)).toMatchObject({ state: 'cancelled', errorCode: 'CANCELLED' });
  });

  it('fails at the step whose called run was cancelled before it began', async () => {
    await world.flow('adds', [respond('sum', '1')], { trigger: { kind: 'call', name: 'Called' } });
    await world.flow('calls-late', [
      write('one'),
      step('call', 'sub', { flow: 'adds', input: '{}' }),
      write('two', { identity: { externalId: '$trigger.id & "-2"' } }),
    ]);
    const held = gate();
    const callerId = await world.start('calls-late', { id: 'CC-1' });
    await held.arrived();
    await world.tx(async (tx) => {
      const runId = calledRunId(callerId, 'sub');
      await addCalledRun(tx, { runId, parentRunId: callerId, parentPath: 'sub', flowKey: 'adds', payload: {} });
      await cancelRun(tx, { runId, cancelledBy: 'user-olga', now: world.now() });
    });
    held.open();
    expect(await world.ended(callerId)).toMatchObject({ state: 'failed', errorCode: 'CALLED_RUN_CANCELLED' });
    expect(world.system.effects).not.toContain('created Thing CC-1-2');
  });
});

describe('a draft that cannot be read any more', () => {
  it('ends the run with an exception instead of leaving it running for ever', async () => {
    const held = gate();
    await world.flow('holds', [write('one')], { settings: { orderingKey: '"k"' } });
    const first = await world.start('holds', { id: 'Z-1' });
    await held.arrived();
    const second = await world.start('holds', { id: 'Z-2' });
    // This is as if an upgrade had lost how to read this draft.
    await world.database.db.pool.query(
      `update run set version_id = null, draft_document = '{"format": 99}' where id = $1`,
      [second],
    );
    held.open();
    await world.ended(first);
    expect(await world.ended(second)).toMatchObject({ state: 'failed', errorCode: 'FLOW_UNREADABLE' });
    expect(await world.exceptions(second)).toMatchObject([{ path: 'flow', payload: { id: 'Z-2' }, state: 'open' }]);
  });
});
