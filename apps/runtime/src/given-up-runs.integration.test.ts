import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';
import { waitUntil } from '../testing/wait-until.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

/** What the engine does with a workflow that workers took over too often. */
const giveUp = (...runIds: readonly string[]) =>
  world.database.db.pool.query(
    `update dbos.workflow_status set status = 'MAX_RECOVERY_ATTEMPTS_EXCEEDED', owner_xid = null, queue_name = null
     where workflow_uuid = any($1)`,
    [runIds],
  );

const waiting = (runId: string) =>
  waitUntil('the run to wait', async () => ((await world.run(runId)).state === 'waiting' ? true : undefined));

it('a run whose workflow the engine has given up fails with an exception, and can be replayed', async () => {
  await world.flow('naps', [
    step('wait', 'nap', { for: { what: 'duration', duration: 'P1D' } }),
    respond('answer', '$trigger'),
  ]);
  const runId = await world.start('naps', { id: 'N-1' });
  await waiting(runId);
  await giveUp(runId);
  expect(await world.ended(runId)).toMatchObject({ state: 'failed', errorCode: 'RUN_GIVEN_UP' });
  const [stopped, ...others] = await world.exceptions(runId);
  expect({ stopped, others }).toMatchObject({
    stopped: { state: 'open', code: 'RUN_GIVEN_UP', payload: { id: 'N-1' }, target: { kind: 'run' } },
    others: [],
  });
  expect(await world.steps(runId)).toMatchObject([{ stepId: 'nap', state: 'skipped' }]);
  await world.flow('naps', [respond('answer', '$trigger')]);
  const replayId = await world.replay({ exceptionId: stopped?.id ?? '', startedBy: 'user-olga' });
  expect(await world.ended(replayId)).toMatchObject({ state: 'succeeded', output: expect.anything() as unknown });
});

const save = (id: string, more: object = {}) =>
  step('write', id, {
    connection: 'fake',
    object: 'Thing',
    operation: 'upsert',
    identity: { externalId: `$trigger.id & "-${id}"` },
    record: '{ "name": "Quay" }',
    ...more,
  });
const left = () => world.system.all('Thing').map(({ externalId }) => externalId);
const openOnes = async (runId: string) =>
  (await world.exceptions(runId)).filter(({ state }) => state === 'open').map(({ code, path }) => ({ code, path }));

describe('what a run wrote before it was given up', () => {
  const undo = { operation: 'delete' };
  const nap = step('wait', 'nap', { for: { what: 'duration', duration: 'P1D' } });

  const givenUpAfterWriting = async (key: string, id: string) => {
    await world.flow(key, [save('one', { undo }), save('two', { undo }), save('three'), nap]);
    const runId = await world.start(key, { id });
    await waiting(runId);
    await giveUp(runId);
    await world.ended(runId);
    return runId;
  };

  it('is named, and an exception takes back what can be taken back', async () => {
    const runId = await givenUpAfterWriting('writes-then-ends', 'W');
    expect(await world.run(runId)).toMatchObject({
      errorMessage: expect.stringMatching(
        /it is not tried any more\. Nothing that it had written was taken back\. Thing W-three \(.+\) was created by step three and stands, because no undo is known for it\. 2 records have an exception that takes it back\. /,
      ),
    });
    const opened = await world.exceptions(runId);
    expect(opened.map(({ code, path }) => ({ code, path }))).toEqual(
      expect.arrayContaining([
        { code: 'RUN_GIVEN_UP', path: 'flow' },
        { code: 'EFFECT_STANDS', path: 'two undo' },
        { code: 'EFFECT_STANDS', path: 'one undo' },
      ]),
    );
    expect(opened).toHaveLength(3);
    const one = opened.find(({ path }) => path === 'one undo');
    await world.ended(await world.replay({ exceptionId: one?.id ?? '', startedBy: 'user-olga' }));
    expect(left()).toEqual(['W-two', 'W-three']);
    expect(await openOnes(runId)).toEqual(
      expect.arrayContaining([
        { code: 'RUN_GIVEN_UP', path: 'flow' },
        { code: 'EFFECT_STANDS', path: 'two undo' },
      ]),
    );
  });

  it('stays when a replay of the run completes its work, and nobody is asked any more', async () => {
    const runId = await givenUpAfterWriting('is-completed', 'C');
    await world.flow('is-completed', [save('one', { undo }), save('two', { undo }), save('three')]);
    const stopped = (await world.exceptions(runId)).find(({ code }) => code === 'RUN_GIVEN_UP');
    const replayId = await world.replay({ exceptionId: stopped?.id ?? '', startedBy: 'user-olga' });
    expect((await world.ended(replayId)).state).toBe('succeeded');
    expect(left().filter((id) => String(id).startsWith('C-'))).toEqual(['C-one', 'C-two', 'C-three']);
    expect(await openOnes(runId)).toEqual([]);
  });

  it('is still asked about when a replay with an edited payload wrote other records', async () => {
    const runId = await givenUpAfterWriting('is-edited', 'E1');
    await world.flow('is-edited', [save('one', { undo }), save('two', { undo })]);
    const stopped = (await world.exceptions(runId)).find(({ code }) => code === 'RUN_GIVEN_UP');
    const payload = { data: { id: 'E2' } };
    const replayId = await world.replay({ exceptionId: stopped?.id ?? '', startedBy: 'user-olga', payload });
    expect((await world.ended(replayId)).state).toBe('succeeded');
    expect(left().filter((id) => String(id).startsWith('E'))).toEqual([
      'E1-one',
      'E1-two',
      'E1-three',
      'E2-one',
      'E2-two',
    ]);
    expect((await openOnes(runId)).map(({ path }) => path).toSorted()).toEqual(['one undo', 'two undo']);
  });

  it('is not asked about any more where the replay used it, and is where the step is gone', async () => {
    const runId = await givenUpAfterWriting('loses-a-step', 'L');
    await world.flow('loses-a-step', [save('one', { undo })]);
    const stopped = (await world.exceptions(runId)).find(({ code }) => code === 'RUN_GIVEN_UP');
    const replayId = await world.replay({ exceptionId: stopped?.id ?? '', startedBy: 'user-olga' });
    expect((await world.ended(replayId)).state).toBe('succeeded');
    expect(await openOnes(runId)).toEqual([{ code: 'EFFECT_STANDS', path: 'two undo' }]);
  });
});

it('the run that called it ends too, and one exception reports both', async () => {
  const duration = { what: 'duration', duration: 'P1D' };
  await world.flow('sleeps', [step('wait', 'nap', { for: duration })], { trigger: { kind: 'call', name: 'Called' } });
  await world.flow('calls', [step('call', 'sub', { flow: 'sleeps', input: '{}' })]);
  const callerId = await world.start('calls', {});
  const calledId = await waitUntil('the called run to wait', async () => {
    const [called] = await world.runsOf(await world.definitionId('sleeps'));
    return called?.state === 'waiting' ? called.id : undefined;
  });
  await giveUp(calledId, callerId);
  expect(await world.ended(callerId)).toMatchObject({ state: 'failed', errorCode: 'RUN_GIVEN_UP' });
  expect((await world.ended(calledId)).state).toMatch(/^(failed|cancelled)$/);
  expect(await world.exceptions(calledId)).toEqual([]);
  expect(await world.exceptions(callerId)).toMatchObject([{ state: 'open', code: 'RUN_GIVEN_UP' }]);
});

it('a run whose part the engine has given up ends as a whole: it is no failure of the item that the part belongs to', async () => {
  const branches = [
    { slot: 'left', title: 'Left' },
    { slot: 'right', title: 'Right' },
  ];
  const nap = step('wait', 'nap', { for: { what: 'duration', duration: 'P1D' } });
  const fork = step('parallel', 'fork', { branches }, { bodies: { left: [nap], right: [respond('answer', '1')] } });
  const loop = { items: '[1..2]', onItemError: 'continue' };
  await world.flow('forks', [step('for-each', 'lines', loop, { bodies: { each: [fork] } })]);
  const runId = await world.start('forks', { id: 'N-2' });
  await waiting(runId);
  await giveUp(`${runId}/lines[0].fork.left`);
  expect(await world.ended(runId)).toMatchObject({ state: 'failed', errorCode: 'RUN_GIVEN_UP' });
  expect(await world.exceptions(runId)).toMatchObject([
    { path: 'flow', code: 'RUN_GIVEN_UP', target: { kind: 'run' } },
  ]);
  const reached = (await world.steps(runId)).map(({ path }) => path);
  expect(reached.filter((path) => path.startsWith('lines[1]'))).toEqual([]);
});
