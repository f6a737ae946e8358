import { eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asLoginRole, type OrganisationTx } from '@throughline/core/db';
import { ConnectorError } from '@throughline/core/connector/error';
import { cancelRun } from '@throughline/core/db/runs/cancel-run';
import { approval, notification, publishedEvent, run, undoEntry, waitingStep } from '@throughline/core/db/schema/index';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';
import { waitUntil } from '../testing/wait-until.ts';
import { calledRunId } from './run/called-run-id.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());
beforeEach(() => {
  world.system.records.clear();
  world.system.effects.length = 0;
  world.system.faults.length = 0;
  world.system.beforeWrite = () => Promise.resolve();
});

type AnyStep = ReturnType<typeof step>;
const save = (id: string, config: object = {}) =>
  step('write', id, {
    connection: 'fake',
    object: 'Thing',
    operation: 'upsert',
    identity: { externalId: `$trigger.id & "-${id}"` },
    record: '{ "name": "Quay" }',
    ...config,
  });
const nap = step('wait', 'nap', { for: { what: 'duration', duration: 'P1D' } });
const called = (key: string, body: readonly AnyStep[]) =>
  world.flow(key, body, { trigger: { kind: 'call', name: 'Called' } });
const calls = (flow: string) => step('call', 'sub', { flow, input: '$trigger' });

const cancelIn = (tx: OrganisationTx, runId: string) =>
  cancelRun(tx, { runId, cancelledBy: 'user-olga', now: world.now() });
/** Cancels a run whose engine is never told, so that what stops it is its own look at the database. */
const cancelUntold = (runId: string) =>
  world.tx(async (tx) => {
    await cancelIn(tx, runId);
    await asLoginRole(tx, () =>
      tx.execute(sql`delete from dbos.workflow_status where workflow_uuid = ${`stop:${runId}`}`),
    );
  });
const cancelTold = async (runId: string) => {
  await world.tx((tx) => cancelIn(tx, runId));
  await workflowEnded(`stop:${runId}`);
};
const workflowEnded = (runId: string) =>
  waitUntil(`the end of the workflow ${runId}`, async () => {
    const { rows } = await world.database.db.pool.query<{ status: string }>(
      `select status from dbos.workflow_status where workflow_uuid = $1 and status not in ('PENDING', 'ENQUEUED')`,
      [runId],
    );
    return rows[0]?.status;
  });
/** Starts a run, cancels it while its first write is under way, and waits until its workflow has ended. */
const cancelledDuringWrite = async (key: string, id: string) => {
  const started = Promise.withResolvers<string>();
  world.system.beforeWrite = async () => {
    world.system.beforeWrite = () => Promise.resolve();
    await cancelUntold(await started.promise);
  };
  const runId = await world.start(key, { id });
  started.resolve(runId);
  await workflowEnded(runId);
  return runId;
};

describe('the cancellation of a run', () => {
  it('ends in the same transaction the runs that it has called, and their waits', async () => {
    await called('inmost', [nap]);
    await called('middle', [calls('inmost')]);
    await world.flow('outer', [calls('middle')]);
    const outerId = await world.start('outer', { id: 'A' });
    const middleId = calledRunId(outerId, 'sub');
    const inmostId = calledRunId(middleId, 'sub');
    const ids = [outerId, middleId, inmostId];
    await waitUntil('the inmost run to wait', async () => {
      const rows = await world.tx((tx) => tx.select().from(waitingStep).where(eq(waitingStep.runId, inmostId)));
      return rows.length === 1 ? true : undefined;
    });
    const seen = await world.tx(async (tx) => {
      await cancelIn(tx, outerId);
      const ended = await tx
        .select({ id: run.id, state: run.state, code: run.errorCode, message: run.errorMessage })
        .from(run)
        .where(inArray(run.id, ids))
        .orderBy(run.createdAt);
      return { ended, waits: await tx.$count(waitingStep, inArray(waitingStep.runId, ids)) };
    });
    const byCaller = { state: 'cancelled', code: 'CANCELLED', message: 'Its caller was cancelled.' };
    expect(seen).toEqual({
      ended: [
        { id: outerId, state: 'cancelled', code: 'CANCELLED', message: 'Cancelled by user-olga.' },
        { id: middleId, ...byCaller },
        { id: inmostId, ...byCaller },
      ],
      waits: 0,
    });
    await waitUntil('the steps of all runs to be shown as ended', async () => {
      const steps = (await Promise.all(ids.map((id) => world.steps(id)))).flat();
      return steps.every(({ finishedAt }) => finishedAt !== null) ? true : undefined;
    });
    expect((await world.steps(inmostId)).map(({ path, state }) => ({ path, state }))).toEqual([
      { path: 'nap', state: 'skipped' },
    ]);
  });

  it('forgets how to take back what it and the runs that it called wrote, because nobody will', async () => {
    const undo = { operation: 'delete' };
    await called('is-left', [save('inner', { undo }), nap]);
    await world.flow('leaves', [save('outer', { undo }), calls('is-left')]);
    const callerId = await world.start('leaves', { id: 'U' });
    const ids = [callerId, calledRunId(callerId, 'sub')];
    const noted = () => world.tx((tx) => tx.$count(undoEntry, inArray(undoEntry.runId, ids)));
    await waitUntil('both records to be written', async () => ((await noted()) === 2 ? true : undefined));
    await world.tx((tx) => cancelIn(tx, callerId));
    expect(await noted()).toBe(0);
  });

  it('also forgets how to take back what was being written', async () => {
    await world.flow('is-writing', [save('one', { undo: { operation: 'delete' } }), save('two')]);
    const runId = await cancelledDuringWrite('is-writing', 'V');
    expect(world.system.effects).toEqual(['created Thing V-one']);
    expect(await world.tx((tx) => tx.$count(undoEntry, eq(undoEntry.runId, runId)))).toBe(0);
  });

  it('lets a run that it has called finish its write and begin no other', async () => {
    await called('writes-twice', [save('one'), save('two')]);
    await world.flow('calls-writing', [calls('writes-twice'), save('three')]);
    const callerId = await cancelledDuringWrite('calls-writing', 'B');
    expect(world.system.effects).toEqual(['created Thing B-one']);
    expect(await world.exceptions(callerId)).toEqual([]);
  });

  it.each([
    ['publishes no event', 'C', step('publish', 'next', { type: 'thing.saved', subject: '"x"', data: '{}' })],
    [
      'sends no message',
      'D',
      step('notify', 'next', { to: '"olga@example.com"', subject: '"Saved"', body: '"Saved."' }),
    ],
    ['calls no flow', 'E', step('call', 'next', { flow: 'answers', input: '{}' })],
    ['asks nobody', 'F', step('approve', 'next', { question: '"?"', role: 'approver', timeout: 'PT10M' })],
  ])('%s after it', async (_title, id, next) => {
    await called('answers', [respond('answer', '1')]);
    await world.flow(`then-${id}`, [save('one'), next]);
    const runId = await cancelledDuringWrite(`then-${id}`, id);
    const left = await world.tx(async (tx) => ({
      events: await tx.$count(publishedEvent, eq(publishedEvent.runId, runId)),
      messages: await tx.$count(notification, eq(notification.runId, runId)),
      calledRuns: await tx.$count(run, eq(run.parentRunId, runId)),
      questions: await tx.$count(approval, eq(approval.runId, runId)),
    }));
    expect(left).toEqual({ events: 0, messages: 0, calledRuns: 0, questions: 0 });
    expect(await world.run(runId)).toMatchObject({ state: 'cancelled', errorCode: 'CANCELLED' });
    expect(await world.exceptions(runId)).toEqual([]);
  });
});

describe('a run that is cancelled while it takes back what it wrote', () => {
  const undo = { operation: 'delete' };
  const wrong = step('raise', 'stop', { code: 'NOT_WANTED', message: '"Not wanted."' });
  const idOf = (externalId: string) =>
    world.system.all('Thing').find((record) => record['externalId'] === externalId)?.id ?? '';
  const stands = (externalId: string, stepId: string) => ({
    code: 'EFFECT_STANDS',
    message: `Thing ${idOf(externalId)} was written by step ${stepId} and was not taken back.`,
  });
  /** Starts a run and cancels it while it takes the given record back; gives its exceptions. */
  const cancelledDuringUndo = async (key: string, payload: { id: string }, of: string, cancel = cancelUntold) => {
    const started = Promise.withResolvers<string>();
    world.system.beforeWrite = async ({ operation, identity }) => {
      if (operation !== 'delete' || identity?.by !== 'id') return;
      if (identity.id === idOf(of)) await cancel(await started.promise);
    };
    const runId = await world.start(key, payload);
    started.resolve(runId);
    const exceptions = await waitUntil('an exception', async () => {
      const rows = await world.exceptions(runId);
      return rows.length > 0 ? rows : undefined;
    });
    expect(await world.run(runId)).toMatchObject({ state: 'cancelled', errorCode: 'CANCELLED' });
    return exceptions;
  };
  beforeAll(() =>
    world.flow('takes-back', [save('one', { undo }), save('two', { undo }), save('three', { undo }), wrong]),
  );

  it.each([
    ['finds out by itself,', 'G', cancelUntold],
    ['is stopped by the engine,', 'H', cancelTold],
  ])('and %s leaves the rest to a person', async (_title, id, cancel) => {
    const exceptions = await cancelledDuringUndo('takes-back', { id }, `${id}-three`, cancel);
    expect(world.system.effects.at(-1)).toBe(`deleted Thing ${id}-three`);
    expect(exceptions).toMatchObject([
      {
        path: 'flow',
        code: 'UNDO_CANCELLED',
        state: 'open',
        message:
          'The run was cancelled while what it had written was being taken back, and 2 records are left. Take it back in the system and resolve this exception by hand, or replay it to have the work completed.',
        details: [stands(`${id}-one`, 'one'), stands(`${id}-two`, 'two')],
        payload: { id },
        target: { kind: 'run' },
      },
    ]);
  });

  it('names what could not be taken back before', async () => {
    const error = new ConnectorError('Invoices exist.', { class: 'validation' });
    const failOnce = async (runId: string) => {
      await cancelUntold(runId);
      world.system.faults.push({ on: 'write', error });
    };
    const exceptions = await cancelledDuringUndo('takes-back', { id: 'I' }, 'I-three', failOnce);
    const message = `Thing ${idOf('I-three')} was written by this run and could not be taken back: Invoices exist.`;
    expect(exceptions).toMatchObject([
      {
        code: 'UNDO_CANCELLED',
        details: [{ code: 'UNDO_FAILED', message }, stands('I-one', 'one'), stands('I-two', 'two')],
      },
    ]);
  });

  it('leaves the item whose effects it was taking back', async () => {
    const each = [
      save('one', { undo, identity: { externalId: '$item' } }),
      save('two', { undo, identity: { externalId: '$item & "-two"' } }),
      wrong,
    ];
    const config = { items: '$trigger.lines', onItemError: 'continue' };
    await world.flow('items-take-back', [step('for-each', 'lines', config, { bodies: { each } })]);
    const payload = { id: 'J', lines: ['J1', 'J2'] };
    const exceptions = await cancelledDuringUndo('items-take-back', payload, 'J1-two');
    expect(exceptions).toMatchObject([
      { path: 'lines[0]', code: 'UNDO_CANCELLED', details: [stands('J1', 'one')], target: { kind: 'run' } },
    ]);
  });
});
