import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decideApproval } from '@throughline/core/db/runs/decide-approval';
import { approval } from '@throughline/core/db/schema/index';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';
import { waitUntil } from '../testing/wait-until.ts';

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

const write = (id: string, more: object = {}) =>
  step('write', id, {
    connection: 'fake',
    object: 'Thing',
    operation: 'upsert',
    identity: { externalId: `$trigger.id & "-${id}"` },
    record: '{ "name": $trigger.name }',
    ...more,
  });
const hoursMs = (hours: number): number => hours * 3_600_000;
/** The write of one step takes two hours. */
const slowWrite = (externalId: string) => {
  world.system.beforeWrite = async ({ identity }) => {
    if (identity?.by === 'external-id' && identity.value === externalId) world.clock.aheadMs += hoursMs(2);
  };
};
const pureSteps = (count: number) => Array.from({ length: count }, (_, at) => respond(`pure${at + 1}`, String(at)));

describe('a run that takes longer than its flow allows', () => {
  it('ends the effect under way and begins no other', async () => {
    await world.flow('slow', [write('one'), write('two')], { settings: { timeout: 'PT1H' } });
    slowWrite('A-one');
    const ended = await world.runThrough('slow', { id: 'A' });
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'RUN_TIMED_OUT' });
    expect(world.system.effects).toEqual(['created Thing A-one']);
  });

  it('takes back what it wrote', async () => {
    const undo = { operation: 'delete' };
    await world.flow('slow-undo', [write('one', { undo }), write('two', { undo }), write('three', { undo })], {
      settings: { timeout: 'PT1H' },
    });
    slowWrite('B-two');
    const ended = await world.runThrough('slow-undo', { id: 'B' });
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'RUN_TIMED_OUT' });
    expect(await world.exceptions(ended.id)).toMatchObject([{ code: 'RUN_TIMED_OUT' }]);
    expect(world.system.all('Thing')).toEqual([]);
  });

  it('is stopped although none of its steps has an effect', async () => {
    await world.flow('pure', pureSteps(30), { settings: { timeout: 'PT0S' } });
    const ended = await world.runThrough('pure');
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'RUN_TIMED_OUT' });
    expect(await world.exceptions(ended.id)).toMatchObject([{ path: 'pure20', code: 'RUN_TIMED_OUT' }]);
  });

  it('is stopped within a chunk of items, too', async () => {
    const loop = step(
      'for-each',
      'lines',
      { items: '[1..100]', chunkSize: 50, concurrency: 2 },
      { bodies: { each: [respond('line', '$item')] } },
    );
    await world.flow('pure-items', [loop], { settings: { timeout: 'PT0S' } });
    expect(await world.runThrough('pure-items')).toMatchObject({ state: 'failed', errorCode: 'RUN_TIMED_OUT' });
  });
});

describe('a run that its flow allows', () => {
  it('does not count the time that it waits on purpose', async () => {
    await world.flow(
      'patient-approval',
      [step('approve', 'ok', { question: '"Release?"', role: 'approver', timeout: 'P1D' }), write('one')],
      { settings: { timeout: 'PT1H' } },
    );
    const runId = await world.start('patient-approval', { id: 'C' });
    // The wait has begun by the run's own clock.
    await waitUntil('the first reading of the clock', async () => {
      const { rows } = await world.database.db.pool.query(
        `select 1 from dbos.operation_outputs where workflow_uuid = $1 and function_name = 'DBOS.now'`,
        [runId],
      );
      return rows.length > 0 ? true : undefined;
    });
    world.clock.aheadMs += hoursMs(2);
    const [question] = await world.tx((tx) => tx.select().from(approval).where(eq(approval.runId, runId)));
    await world.tx((tx) =>
      decideApproval(tx, { approvalId: question?.id ?? '', decision: 'approved', decidedBy: 'user-ben', comment: '' }),
    );
    expect(await world.ended(runId)).toMatchObject({ state: 'succeeded', errorMessage: null });
    expect(world.system.effects).toEqual(['created Thing C-one']);
  });

  it('may take as many steps without an effect as it likes', async () => {
    await world.flow('many-steps', pureSteps(60), { settings: { timeout: 'PT1H' } });
    expect(await world.runThrough('many-steps')).toMatchObject({ state: 'succeeded' });
  });
});

describe('a run that waited for its turn', () => {
  it('has its whole timeout when it begins, however long it was queued', async () => {
    await world.flow('patient', [write('one')], { settings: { orderingKey: '"k"', timeout: 'PT1H' } });
    let arrived = (): void => undefined;
    let open = (): void => undefined;
    const hasArrived = new Promise<void>((resolve) => (arrived = resolve));
    const opened = new Promise<void>((resolve) => (open = resolve));
    world.system.beforeWrite = () => {
      arrived();
      return opened;
    };
    const first = await world.start('patient', { id: 'Q-1' });
    await hasArrived;
    const second = await world.start('patient', { id: 'Q-2' });
    await world.database.db.pool.query(`update run set created_at = created_at - interval '2 hours' where id = $1`, [
      second,
    ]);
    open();
    await world.ended(first);
    expect(await world.ended(second)).toMatchObject({ state: 'succeeded', errorCode: null });
  });
});
