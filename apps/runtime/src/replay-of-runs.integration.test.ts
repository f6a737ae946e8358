import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConnectorError } from '@throughline/core/connector/error';
import { cancelRun } from '@throughline/core/db/runs/cancel-run';
import { notification, publishedEvent } from '@throughline/core/db/schema/index';
import { replayRun } from '@throughline/core/db/runs/replay-run';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';
import { waitUntil } from '../testing/wait-until.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

const answers = (name: string) => [
  step('check', 'complete', {
    rules: [{ code: 'TERMS_MISSING', message: 'No terms.', assert: '$exists($trigger.terms)' }],
  }),
  respond('answer', `"${name}"`),
];
/** Moves the pointer to an earlier version, or away, as rolling a release back does. */
const rollBack = (definitionId: string, versionId: string | null) =>
  versionId === null
    ? world.database.db.pool.query('delete from live_version where definition_id = $1', [definitionId])
    : world.database.db.pool.query('update live_version set version_id = $2 where definition_id = $1', [
        definitionId,
        versionId,
      ]);
const replayOf = async (runId: string, payload?: unknown) => {
  const [open] = await world.exceptions(runId);
  return world.replay({
    exceptionId: open?.id ?? '',
    startedBy: 'user-olga',
    ...(payload === undefined ? {} : { payload: { data: payload } }),
  });
};

describe('a replay of a run that had called another flow', () => {
  it('announces nothing again that the called flow has published or sent', async () => {
    await world.flow(
      'announces',
      [
        step('publish', 'tell', { type: 'thing.done', subject: '"T-1"', data: '{ "done": true }' }),
        step('notify', 'write', { to: '"operator"', subject: '"Done"', body: '"T-1"' }),
      ],
      { trigger: { kind: 'call', name: 'Called' } },
    );
    await world.flow('calls-and-stops', [step('call', 'sub', { flow: 'announces', input: '{}' }), ...answers('done')]);
    const stopped = await world.runThrough('calls-and-stops', {});
    expect(stopped.state).toBe('failed');
    const once = await world.ended(await replayOf(stopped.id));
    const twice = await world.ended(await replayOf(once.id, { terms: 'Net 30' }));
    expect([once.state, twice.state]).toEqual(['failed', 'succeeded']);
    const announced = await world.tx(async (tx) => ({
      events: await tx.$count(publishedEvent, eq(publishedEvent.subject, 'T-1')),
      messages: await tx.$count(notification, eq(notification.body, 'T-1')),
    }));
    expect(announced).toEqual({ events: 1, messages: 1 });
  });

  it('announces what only the second call of the same flow had not announced yet', async () => {
    await world.flow(
      'bills',
      [
        step('check', 'complete', {
          rules: [{ code: 'TERMS_MISSING', message: 'No terms.', assert: '$trigger.isComplete' }],
        }),
        step('publish', 'tell', { type: 'bill.made', subject: '"T-2"', data: '{ "done": true }' }),
        step('notify', 'write', { to: '"operator"', subject: '"Done"', body: '"T-2"' }),
      ],
      { trigger: { kind: 'call', name: 'Called' } },
    );
    await world.flow('calls-twice', [
      step('call', 'first', { flow: 'bills', input: '{ "isComplete": true }' }),
      step('call', 'second', { flow: 'bills', input: '{ "isComplete": $exists($trigger.terms) }' }),
    ]);
    const stopped = await world.runThrough('calls-twice', {});
    const announced = () =>
      world.tx(async (tx) => ({
        events: await tx.$count(publishedEvent, eq(publishedEvent.subject, 'T-2')),
        messages: await tx.$count(notification, eq(notification.body, 'T-2')),
      }));
    expect(await announced()).toEqual({ events: 1, messages: 1 });
    const again = await world.ended(await replayOf(stopped.id, { terms: 'Net 30' }));
    expect([stopped.state, again.state]).toEqual(['failed', 'succeeded']);
    expect(await announced()).toEqual({ events: 2, messages: 2 });
  });
});

describe('a second replay of the same run', () => {
  const tell = [
    step('publish', 'tell', { type: 'deal.told', subject: '$trigger.id', data: '{ "terms": $trigger.terms }' }),
    step('notify', 'write', { to: '"operator"', subject: '$trigger.id', body: '"Told " & $trigger.terms' }),
  ];
  const announced = (id: string) =>
    world.tx(async (tx) => ({
      events: await tx.$count(publishedEvent, eq(publishedEvent.subject, id)),
      messages: await tx.$count(notification, eq(notification.subject, id)),
    }));
  const repeat = async (runId: string, data: unknown) =>
    world.ended(await world.tx((tx) => replayRun(tx, { runId, startedBy: 'user-olga', payload: { data } })));

  it.each([
    ['itself', 'T-3', tell],
    ['through a flow that it calls', 'T-4', [step('call', 'sub', { flow: 'tells', input: '$trigger' })]],
  ])('announces nothing again that the first has announced %s', async (_what, id, body) => {
    await world.flow('tells', tell, { trigger: { kind: 'call', name: 'Called' } });
    await world.flow(`stops-${id}`, [...answers('done').slice(0, 1), ...body]);
    const stopped = await world.runThrough(`stops-${id}`, { id });
    const first = await repeat(stopped.id, { id, terms: 'Net 30' });
    expect(await announced(id)).toEqual({ events: 1, messages: 1 });
    const beside = await repeat(stopped.id, { id, terms: 'Net 30' });
    const after = await repeat(first.id, { id, terms: 'Net 30' });
    expect([stopped, first, beside, after].map(({ state }) => state)).toEqual([
      'failed',
      'succeeded',
      'succeeded',
      'succeeded',
    ]);
    expect(await announced(id)).toEqual({ events: 1, messages: 1 });
    await repeat(stopped.id, { id, terms: 'Net 60' });
    expect(await announced(id)).toEqual({ events: 2, messages: 2 });
  });
});

describe('a replay of a flow that was rolled back', () => {
  it('runs the version that is live now', async () => {
    const first = await world.flow('rolled', answers('one'));
    const { definitionId } = await world.flow('rolled', answers('two'));
    const stopped = await world.runThrough('rolled', {});
    await rollBack(definitionId, first.versionId);
    expect(await world.ended(await replayOf(stopped.id, { terms: 'Net 30' }))).toMatchObject({
      state: 'succeeded',
      output: { body: 'one' },
    });
  });

  it('is refused when no version is live any more, and the exception stays open', async () => {
    const { definitionId } = await world.flow('withdrawn', answers('one'));
    const stopped = await world.runThrough('withdrawn', {});
    await rollBack(definitionId, null);
    const refusal = {
      code: 'FLOW_NOT_LIVE',
      message:
        'The flow "withdrawn" has no live version in this environment any more, so nothing was repeated. Publish a version of it and replay then, or resolve the exception by hand.',
    };
    await expect(replayOf(stopped.id)).rejects.toMatchObject(refusal);
    expect(await world.exceptions(stopped.id)).toMatchObject([{ state: 'open', replayRunId: null }]);
    for (const versions of ['live', 'same'] as const) {
      const replay = world.tx((tx) => replayRun(tx, { runId: stopped.id, startedBy: 'user-olga', versions }));
      await expect(replay).rejects.toMatchObject(refusal);
    }
    expect(await world.runsOf(definitionId)).toHaveLength(1);
  });

  it('takes an effect back although no version is live any more', async () => {
    const { definitionId } = await world.flow('withdrawn-undo', [
      step('write', 'save', {
        connection: 'fake',
        object: 'Thing',
        operation: 'upsert',
        identity: { externalId: '$trigger.id' },
        record: '{ "name": "Quay" }',
        undo: { operation: 'delete' },
      }),
      step('raise', 'stop', { code: 'NOT_WANTED', message: '"This record is not wanted after all."' }),
    ]);
    const { system } = world;
    let isRefused = true;
    system.beforeWrite = async ({ operation }) => {
      const error = new ConnectorError('Invoices exist.', { class: 'validation' });
      if (operation === 'delete' && isRefused) system.faults.push({ on: 'write', error });
    };
    const stopped = await world.runThrough('withdrawn-undo', { id: 'A' });
    await rollBack(definitionId, null);
    isRefused = false;
    const undo = (await world.exceptions(stopped.id)).find(({ path }) => path === 'save undo');
    const again = await world.replay({ exceptionId: undo?.id ?? '', startedBy: 'user-olga' });
    expect(await world.ended(again)).toMatchObject({ state: 'succeeded' });
    expect(system.all('Thing')).toEqual([]);
  });
});

describe('a replay that is cancelled', () => {
  const sleeps = [
    step('check', 'complete', {
      rules: [{ code: 'TERMS_MISSING', message: 'No terms.', assert: '$exists($trigger.terms)' }],
    }),
    step('wait', 'nap', { for: { what: 'duration', duration: 'P1D' } }),
  ];
  const cancelled = async (key: string, meanwhile: (exceptionId: string) => Promise<unknown>) => {
    await world.flow(key, sleeps);
    const stopped = await world.runThrough(key, {});
    const again = await replayOf(stopped.id, { terms: 'Net 30' });
    await waitUntil('waiting', async () => ((await world.run(again)).state === 'waiting' ? true : undefined));
    const [open] = await world.exceptions(stopped.id);
    await meanwhile(open?.id ?? '');
    await world.tx((tx) => cancelRun(tx, { runId: again, cancelledBy: 'Olga', now: world.now() }));
    return world.exceptions(stopped.id);
  };

  it('opens its exception again', async () => {
    expect(await cancelled('cancels', () => Promise.resolve())).toMatchObject([
      { state: 'open', replayFailure: 'The replay was cancelled.' },
    ]);
  });

  it('leaves an exception alone that was resolved meanwhile', async () => {
    const resolve = (id: string) =>
      world.database.db.pool.query(`update exception set state = 'resolved', resolution = 'resolved' where id = $1`, [
        id,
      ]);
    expect(await cancelled('cancels-late', resolve)).toMatchObject([{ state: 'resolved', replayFailure: null }]);
  });
});
