import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelRun } from '@throughline/core/db/runs/cancel-run';
import { decideApproval } from '@throughline/core/db/runs/decide-approval';
import { approval, runWait } from '@throughline/core/db/schema/index';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';
import { waitUntil } from '../testing/wait-until.ts';
import { calledRunId } from './run/called-run-id.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());
beforeEach(() => {
  world.clock.aheadMs = 0;
  world.system.records.clear();
  world.system.effects.length = 0;
  world.system.beforeWrite = () => Promise.resolve();
});

type AnyStep = ReturnType<typeof step>;
const settings = { timeout: 'PT1H' };
const save = (id: string) =>
  step('write', id, {
    connection: 'fake',
    object: 'Thing',
    operation: 'upsert',
    identity: { externalId: `$trigger.id & "-${id}"` },
    record: '{ "name": "Quay" }',
  });
const ask = (id: string) => step('approve', id, { question: '"Release?"', role: 'approver', timeout: 'P1D' });
const passes = (hours: number): void => {
  world.clock.aheadMs += hours * 3_600_000;
};
/** The waits of a run have begun, each by the run's own clock; the clock is read again when a wait ends. */
const clockWasRead = (runId: string, times = 1) =>
  waitUntil(`${times} readings of the clock`, async () => {
    const { rows } = await world.database.db.pool.query(
      `select 1 from dbos.operation_outputs
       where (workflow_uuid = $1 or workflow_uuid like $1 || '/%') and function_name = 'DBOS.now'`,
      [runId],
    );
    return rows.length === times ? true : undefined;
  });
/** The clock is read before the wait is written down, and a run that is cancelled in between has not waited. */
const waitWasNoted = (runId: string) =>
  waitUntil(`The wait of run ${runId}`, async () => {
    const waits = await world.tx((tx) => tx.select().from(runWait).where(eq(runWait.runId, runId)));
    return waits.length > 0 ? true : undefined;
  });
const approveAll = async (runId: string) => {
  const isOpen = and(eq(approval.runId, runId), isNull(approval.decision));
  const questions = await world.tx((tx) => tx.select().from(approval).where(isOpen));
  for (const { id } of questions) {
    await world.tx((tx) =>
      decideApproval(tx, { approvalId: id, decision: 'approved', decidedBy: 'user-ben', comment: '' }),
    );
  }
};

describe('the timeout of a run', () => {
  it('does not count the time the run waits on purpose', async () => {
    await world.flow('patient-approval', [ask('ok'), save('one')], { settings });
    const runId = await world.start('patient-approval', { id: 'A' });
    await clockWasRead(runId);
    passes(2);
    await approveAll(runId);
    expect(await world.ended(runId)).toMatchObject({ state: 'succeeded', errorMessage: null });
    expect(world.system.effects).toEqual(['created Thing A-one']);
  });
});

describe('waits side by side', () => {
  const slots = ['left', 'middle', 'right'];
  const branches = slots.map((slot) => ({ slot, title: slot }));
  const fork = step(
    'parallel',
    'fork',
    { branches },
    { bodies: Object.fromEntries(slots.map((slot) => [slot, [ask(slot)]])) },
  );
  const chunks = (items: string, concurrency: number) =>
    step('for-each', 'lines', { items, concurrency, chunkSize: 1 }, { bodies: { each: [ask('ok')] } });

  it.each([
    ['branches', 'B', fork],
    ['chunks of items', 'C', chunks('[1..3]', 3)],
  ])('of %s move the deadline by the longest of them, and not by their sum', async (_title, id, waits) => {
    await world.flow(`side-by-side-${id}`, [waits, save('one'), save('two')], { settings });
    const runId = await world.start(`side-by-side-${id}`, { id });
    await clockWasRead(runId, 3);
    passes(2);
    await approveAll(runId);
    world.system.beforeWrite = () => Promise.resolve(passes(1.5));
    expect(await world.ended(runId)).toMatchObject({ state: 'failed', errorCode: 'RUN_TIMED_OUT' });
    expect(world.system.effects).toEqual([`created Thing ${id}-one`]);
  });

  it('move the deadline each where one began after the other had ended', async () => {
    await world.flow('one-by-one', [chunks('[1..4]', 2), save('one')], { settings });
    const runId = await world.start('one-by-one', { id: 'D' });
    await clockWasRead(runId, 2);
    passes(2);
    await approveAll(runId);
    // Two readings began the first waits, two ended them, and two began the others.
    await clockWasRead(runId, 6);
    passes(2);
    await approveAll(runId);
    expect(await world.ended(runId)).toMatchObject({ state: 'succeeded', errorMessage: null });
    expect(world.system.effects).toEqual(['created Thing D-one']);
  });
});

describe('the timeout of a caller does not count the time a called flow waits on purpose', () => {
  const called = (key: string, body: readonly AnyStep[]) =>
    world.flow(key, body, { trigger: { kind: 'call', name: 'Called' }, settings: { timeout: 'P1D' } });
  const calls = (flow: string, more: object = {}) => step('call', 'sub', { flow, input: '$trigger' }, more);
  /** Starts a caller that handles errors with a write, and waits until three hours of a wait in the called flow have passed. */
  const threeHoursIn = async (key: string, id: string, flow: string, path: readonly string[] = ['sub']) => {
    await world.flow(key, [calls(flow, { bodies: { onError: [save('handled')] } })], { settings });
    const callerId = await world.start(key, { id });
    const calledId = calledRunId(callerId, 'sub');
    const waitingId = path.slice(1).reduce(calledRunId, calledId);
    await clockWasRead(waitingId);
    await waitWasNoted(waitingId);
    passes(3);
    return { callerId, calledId };
  };
  const handles = async (callerId: string, id: string) => {
    expect(await world.ended(callerId)).toMatchObject({ state: 'succeeded', errorMessage: null });
    expect(world.system.effects).toEqual([`created Thing ${id}-handled`]);
  };
  const cancel = (runId: string) =>
    world.tx((tx) => cancelRun(tx, { runId, cancelledBy: 'user-olga', now: world.now() }));

  it('when it ends by itself', async () => {
    await called('asks', [ask('ok')]);
    await world.flow('calls-asking', [calls('asks'), save('one')], { settings });
    const callerId = await world.start('calls-asking', { id: 'E' });
    const calledId = calledRunId(callerId, 'sub');
    await clockWasRead(calledId);
    passes(2);
    await approveAll(calledId);
    expect(await world.ended(callerId)).toMatchObject({ state: 'succeeded', errorMessage: null });
    expect(world.system.effects).toEqual(['created Thing E-one']);
  });

  it('when it is cancelled', async () => {
    await called('is-cancelled', [ask('ok')]);
    const { callerId, calledId } = await threeHoursIn('calls-cancelled', 'F', 'is-cancelled');
    await cancel(calledId);
    await handles(callerId, 'F');
  });

  it('when it is cancelled while a flow that it has called waits', async () => {
    await called('inmost', [ask('ok')]);
    await called('middle', [calls('inmost')]);
    const { callerId, calledId } = await threeHoursIn('calls-middle', 'G', 'middle', ['sub', 'sub']);
    await cancel(calledId);
    await handles(callerId, 'G');
  });

  it('when the engine gives it up', async () => {
    await called('is-given-up', [ask('ok')]);
    const { callerId, calledId } = await threeHoursIn('calls-given-up', 'H', 'is-given-up');
    await world.database.db.pool.query(
      `update dbos.workflow_status set status = 'MAX_RECOVERY_ATTEMPTS_EXCEEDED', owner_xid = null, queue_name = null
       where workflow_uuid = $1`,
      [calledId],
    );
    await handles(callerId, 'H');
  });

  it('when its end cannot be stored', async () => {
    await called('ends-oddly', [ask('ok'), respond('odd', String.raw`"a\u0000b"`)]);
    const { callerId, calledId } = await threeHoursIn('calls-odd', 'I', 'ends-oddly');
    await approveAll(calledId);
    await handles(callerId, 'I');
  });

  it('but counts the time that it worked before it was lost', async () => {
    await called('works', [ask('ok'), save('one')]);
    const { callerId, calledId } = await threeHoursIn('calls-working', 'J', 'works');
    world.system.beforeWrite = async () => {
      passes(2);
      await cancel(calledId);
    };
    await approveAll(calledId);
    expect(await world.ended(callerId)).toMatchObject({ state: 'failed', errorCode: 'RUN_TIMED_OUT' });
    expect(world.system.effects).toEqual(['created Thing J-one']);
  });
});
