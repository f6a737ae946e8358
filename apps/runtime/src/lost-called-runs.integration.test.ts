import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ConnectorError } from '@throughline/core/connector/error';
import { cancelRun } from '@throughline/core/db/runs/cancel-run';
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
  world.system.faults.length = 0;
  world.system.beforeWrite = () => Promise.resolve();
});

/** What the engine does with a workflow that workers took over too often. */
const giveUp = (...workflowIds: readonly string[]) =>
  world.database.db.pool.query(
    `update dbos.workflow_status set status = 'MAX_RECOVERY_ATTEMPTS_EXCEEDED', owner_xid = null, queue_name = null
     where workflow_uuid = any($1)`,
    [workflowIds],
  );
const cancel = (runId: string) =>
  world.tx((tx) => cancelRun(tx, { runId, cancelledBy: 'user-olga', now: world.now() }));

type AnyStep = ReturnType<typeof step>;
const remove = { operation: 'delete' };
const save = (id: string, config: object = {}, more: object = {}) => {
  const identity = { externalId: `$trigger.id & "-${id}"` };
  const record = '{ "name": "Quay" }';
  const write = { connection: 'fake', object: 'Thing', operation: 'upsert', identity, record, undo: remove };
  return step('write', id, { ...write, ...config }, more);
};
const nap = step('wait', 'nap', { for: { what: 'duration', duration: 'P1D' } });
const called = (key: string, body: readonly AnyStep[]) =>
  world.flow(key, body, { trigger: { kind: 'call', name: 'Called' } });
const calls = (id: string, flow: string, input = '$trigger') => step('call', id, { flow, input });

/** The run of a called flow, once it is in a state. */
const calledIn = (key: string, state: string, position = 0) =>
  waitUntil(`the run of ${key} to be ${state}`, async () => {
    const row = (await world.runsOf(await world.definitionId(key)))[position];
    return row?.state === state ? row.id : undefined;
  });
const exceptionsOf = async (runId: string) =>
  (await world.exceptions(runId)).map(({ path, code, state }) => ({ path, code, state }));
const left = () => world.system.all('Thing').map(({ externalId, name }) => ({ externalId, name }));

describe('what a called run wrote before it was lost', () => {
  const patch = save('patch', { undo: { operation: 'update', record: '{ "name": "was " & $trigger.was }' } });

  it('is taken back with its caller when the engine has given it up', async () => {
    await called('gives-up', [save('one'), patch, nap]);
    await world.flow('calls-given-up', [save('first'), calls('sub', 'gives-up')]);
    const callerId = await world.start('calls-given-up', { id: 'A', was: 'Pier' });
    const calledId = await calledIn('gives-up', 'waiting');
    await giveUp(calledId);
    expect(await world.ended(callerId)).toMatchObject({
      state: 'failed',
      errorCode: 'CALLED_RUN_GIVEN_UP',
      errorMessage: `The called run ${calledId} was given up, because worker after worker ended while executing it, so this step has no result. Replay the exception to call the flow again, or resolve it by hand.`,
    });
    expect(await exceptionsOf(callerId)).toEqual([{ path: 'sub', code: 'CALLED_RUN_GIVEN_UP', state: 'open' }]);
    expect(await world.run(calledId)).toMatchObject({ state: 'failed', errorCode: 'RUN_GIVEN_UP' });
    expect(world.system.effects).toEqual([
      'created Thing A-first',
      'created Thing A-one',
      'created Thing A-patch',
      'updated Thing A-patch',
      'deleted Thing A-one',
      'deleted Thing A-first',
    ]);
    expect(left()).toEqual([{ externalId: 'A-patch', name: 'was Pier' }]);
  });

  it('is taken back with its caller when a person has cancelled it', async () => {
    await called('is-cancelled', [save('one'), patch, nap]);
    await world.flow('calls-cancelled', [calls('sub', 'is-cancelled')]);
    const callerId = await world.start('calls-cancelled', { id: 'B', was: 'Pier' });
    await cancel(await calledIn('is-cancelled', 'waiting'));
    expect(await world.ended(callerId)).toMatchObject({ state: 'failed', errorCode: 'CALLED_RUN_CANCELLED' });
    expect(await exceptionsOf(callerId)).toEqual([{ path: 'sub', code: 'CALLED_RUN_CANCELLED', state: 'open' }]);
    expect(left()).toEqual([{ externalId: 'B-patch', name: 'was Pier' }]);
  });

  it('is taken back where its parts and the runs that it called wrote it', async () => {
    const chunks = { items: '[1..3]', concurrency: 2, chunkSize: 1 };
    const line = save('line', { identity: { externalId: '$trigger.id & "-" & $item' } });
    const loop = step('for-each', 'lines', chunks, { bodies: { each: [line] } });
    await called('inmost', [save('inmost')]);
    await called('inmost-naps', [save('inmost2'), nap]);
    await called('middle', [loop, calls('done', 'inmost'), calls('open', 'inmost-naps')]);
    await world.flow('outer', [calls('sub', 'middle')]);
    const callerId = await world.start('outer', { id: 'C' });
    const inmostId = await calledIn('inmost-naps', 'waiting');
    const written = new Set(['C-1', 'C-2', 'C-3', 'C-inmost', 'C-inmost2']);
    expect(new Set(left().map(({ externalId }) => externalId))).toEqual(written);
    await giveUp(await calledIn('middle', 'running'));
    expect(await world.ended(callerId)).toMatchObject({ state: 'failed', errorCode: 'CALLED_RUN_GIVEN_UP' });
    expect(left()).toEqual([]);
    expect(await exceptionsOf(callerId)).toEqual([{ path: 'sub', code: 'CALLED_RUN_GIVEN_UP', state: 'open' }]);
    expect((await world.run(inmostId)).state).toBe('cancelled');
  });

  it('is taken back with the run that it is a part of when the engine has given up that part', async () => {
    const chunks = { items: '[1..2]', concurrency: 2, chunkSize: 1, onItemError: 'continue' };
    const line = save('line', { identity: { externalId: '$trigger.id & "-" & $item' } });
    const loop = step('for-each', 'lines', chunks, { bodies: { each: [line, nap] } });
    await called('part-lost', [loop]);
    await world.flow('calls-part-lost', [calls('sub', 'part-lost')]);
    const callerId = await world.start('calls-part-lost', { id: 'D' });
    const calledId = await calledIn('part-lost', 'waiting');
    await waitUntil('both parts to wait', async () => {
      const steps = await world.steps(calledId);
      return steps.filter(({ stepId, state }) => stepId === 'nap' && state === 'waiting').length === 2 || undefined;
    });
    await giveUp(`${calledId}/lines[0]`);
    expect(await world.ended(callerId)).toMatchObject({ state: 'failed', errorCode: 'CALLED_RUN_GIVEN_UP' });
    expect(left()).toEqual([]);
  });

  it('is taken back with the item whose step called, and the loop goes on', async () => {
    await called('item-lost', [
      save('one'),
      step(
        'branch',
        'slow',
        { cases: [{ slot: 'yes', title: 'Slow', when: '$trigger.isSlow' }] },
        { bodies: { yes: [nap] } },
      ),
    ]);
    const loop = { items: '[true, false]', onItemError: 'continue' };
    const input = '{ "id": $trigger.id & $string($item), "isSlow": $item }';
    await world.flow('items-call', [
      step('for-each', 'lines', loop, { bodies: { each: [calls('sub', 'item-lost', input)] } }),
    ]);
    const callerId = await world.start('items-call', { id: 'E' });
    await giveUp(await calledIn('item-lost', 'waiting'));
    expect(await world.ended(callerId)).toMatchObject({ state: 'succeeded' });
    expect(await exceptionsOf(callerId)).toEqual([{ path: 'lines[0]', code: 'CALLED_RUN_GIVEN_UP', state: 'open' }]);
    expect(left()).toEqual([{ externalId: 'Efalse-one', name: 'Quay' }]);
  });

  it('is taken back although a request of it was under way', async () => {
    await called('is-writing', [save('one')]);
    await world.flow('calls-writing', [calls('sub', 'is-writing')]);
    const arrived = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    world.system.beforeWrite = async ({ operation }) => {
      if (operation === 'delete') return;
      arrived.resolve();
      await released.promise;
    };
    const callerId = await world.start('calls-writing', { id: 'F' });
    await arrived.promise;
    const calledId = await calledIn('is-writing', 'running');
    await cancel(calledId);
    await waitUntil('the caller to look what is left', async () => {
      const { rows } = await world.database.db.pool.query(
        `select 1 from dbos.operation_outputs where workflow_uuid = $1 and function_name like 'sub left%'`,
        [callerId],
      );
      return rows.length > 0 ? true : undefined;
    });
    released.resolve();
    expect(await world.ended(callerId)).toMatchObject({ state: 'failed', errorCode: 'CALLED_RUN_CANCELLED' });
    expect(world.system.effects).toEqual(['created Thing F-one', 'deleted Thing F-one']);
  });
});

describe('a called run that was cancelled', () => {
  it('is no success for its caller when it finds out by itself', async () => {
    await called('finds-out', [save('one'), save('two')]);
    await world.flow('calls-finding', [calls('sub', 'finds-out'), save('after')]);
    let calledId = '';
    world.system.beforeWrite = async ({ operation }) => {
      if (operation === 'delete') return;
      calledId = await calledIn('finds-out', 'running');
      // This is as if the engine had not been told yet.
      await world.database.db.pool.query(
        `update run set state = 'cancelled', error_code = 'CANCELLED', finished_at = now() where id = $1`,
        [calledId],
      );
    };
    const ended = await world.runThrough('calls-finding', { id: 'I' });
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'CALLED_RUN_CANCELLED' });
    expect(await exceptionsOf(ended.id)).toEqual([{ path: 'sub', code: 'CALLED_RUN_CANCELLED', state: 'open' }]);
    expect(world.system.effects).toEqual(['created Thing I-one', 'deleted Thing I-one']);
  });
});

describe('what cannot be taken back of a called run that was lost', () => {
  it('is named by the failure of its caller when its step has no undo', async () => {
    await called('keeps', [save('kept', { undo: undefined }), save('one'), nap]);
    await world.flow('calls-keeps', [calls('sub', 'keeps')]);
    const callerId = await world.start('calls-keeps', { id: 'G' });
    const calledId = await calledIn('keeps', 'waiting');
    const id = world.system.all('Thing')[0]?.id ?? '';
    await giveUp(calledId);
    await world.ended(callerId);
    expect(left()).toEqual([{ externalId: 'G-kept', name: 'Quay' }]);
    const stands = `Thing G-kept (${id}) was created by step kept and stands, because no undo is known for it.`;
    expect(await world.exceptions(callerId)).toMatchObject([
      {
        code: 'CALLED_RUN_GIVEN_UP',
        state: 'open',
        message: `The called run ${calledId} was given up, because worker after worker ended while executing it, so this step has no result. ${stands} Replay the exception to call the flow again, or resolve it by hand.`,
        details: [{ code: 'EFFECT_STANDS', message: stands }],
      },
    ]);
  });

  it('is an exception of its own when nobody knows whether it was written', async () => {
    await called('unanswered', [save('one', {}, { retry: { maxAttempts: 3, backoffMs: 600_000 } })]);
    const bodies = { onError: [respond('handled', '"handled"')] };
    await world.flow('calls-unanswered', [step('call', 'sub', { flow: 'unanswered', input: '$trigger' }, { bodies })]);
    const error = new ConnectorError('The answer was lost.', { class: 'transient', isOutcomeUnknown: true });
    world.system.faults.push({ on: 'write', error, isAfterCommit: true });
    const callerId = await world.start('calls-unanswered', { id: 'H' });
    const calledId = await calledIn('unanswered', 'running');
    await waitUntil(
      'the write to be tried again',
      async () => (await world.steps(calledId)).some(({ state }) => state === 'retrying') || undefined,
    );
    await giveUp(calledId);
    expect(await world.ended(callerId)).toMatchObject({ state: 'succeeded', output: expect.anything() as unknown });
    const unknown =
      'It is unknown whether Thing H-one was written by step one: the request was sent, and its answer was lost.';
    expect(await world.exceptions(callerId)).toMatchObject([
      {
        path: 'sub/one H-one',
        code: 'OUTCOME_UNKNOWN',
        state: 'open',
        message: `${unknown} Replay this exception to have it looked up and completed. If it is not wanted, look for it in the system, take it back by hand, and resolve this exception.`,
      },
    ]);
    expect((await world.steps(callerId))[0]).toMatchObject({
      path: 'sub',
      state: 'failed',
      errorCode: 'CALLED_RUN_GIVEN_UP',
      errorMessage: expect.stringContaining(unknown) as unknown,
    });
  });

  describe('and is replayed', () => {
    const items = [{ id: 'J1' }, { id: 'J2' }, { id: 'J3' }];
    const place = [{ loop: 'lines', index: 1, key: 'J2' }];
    beforeAll(async () => {
      await called('loses-answer', [save('one', {}, { retry: { maxAttempts: 3, backoffMs: 600_000 } })]);
      const handled = { onError: [respond('handled', '"handled"')] };
      const call = step('call', 'sub', { flow: 'loses-answer', input: '$item' }, { bodies: handled });
      const config = { items: '$trigger.items', itemKey: '$item.id', onItemError: 'continue' };
      await world.flow('items-lose', [step('for-each', 'lines', config, { bodies: { each: [call] } }), save('after')]);
    });

    it('repeats the item whose step called, and nothing else', async () => {
      const error = new ConnectorError('The answer was lost.', { class: 'transient', isOutcomeUnknown: true });
      world.system.faults.push({ on: 'write', error, isAfterCommit: true, externalId: 'J2-one' });
      const callerId = await world.start('items-lose', { id: 'J', items });
      const calledId = await calledIn('loses-answer', 'running', 1);
      await waitUntil(
        'the write to be tried again',
        async () => (await world.steps(calledId)).some(({ state }) => state === 'retrying') || undefined,
      );
      await giveUp(calledId);
      expect(await world.ended(callerId)).toMatchObject({ state: 'succeeded', errorMessage: null });
      const [unknown, ...others] = await world.exceptions(callerId);
      expect({ ...unknown, others }).toMatchObject({
        path: 'lines[1].sub/one J2-one',
        code: 'OUTCOME_UNKNOWN',
        payload: items[1],
        target: { kind: 'item', place },
        others: [],
      });
      world.system.effects.length = 0;
      const replayId = await world.replay({ exceptionId: unknown?.id ?? '', startedBy: 'user-olga' });
      expect(await world.ended(replayId)).toMatchObject({ state: 'succeeded', target: { kind: 'item', place } });
      expect(world.system.effects).toEqual([]);
      expect((await world.steps(replayId)).map(({ path }) => path)).toEqual(['lines', 'lines[1].sub']);
    });
  });
});
