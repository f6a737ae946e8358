import { afterAll, beforeAll, expect, it } from 'vitest';
import { replayException } from '@throughline/core/db/runs/replay-exception';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

const rules = [{ code: 'TERMS_MISSING', message: 'Terms missing.', assert: '$exists($trigger.terms)' }];
const exceptionsOf = async (runId: string) =>
  (await world.exceptions(runId)).map(({ code, path, payload }) => ({ code, path, payload }));

it('a step that stops with nothing as its payload ends the run, with an exception that says so', async () => {
  await world.flow('checks-nothing', [step('check', 'complete', { rules, payload: '$trigger.missing' })]);
  const run = await world.runThrough('checks-nothing');
  expect(run).toMatchObject({ state: 'failed', errorCode: 'TERMS_MISSING' });
  expect(await exceptionsOf(run.id)).toEqual([{ code: 'TERMS_MISSING', path: 'complete', payload: null }]);
});

it('an item that is null stops alone, and the others go on', async () => {
  const wanted = [{ code: 'NO_LINE', message: 'There is no line.', assert: '$item != null' }];
  await world.flow('each-null', [
    step(
      'for-each',
      'lines',
      { items: '$trigger.lines', onItemError: 'continue' },
      { bodies: { each: [step('check', 'line', { rules: wanted })] } },
    ),
  ]);
  const run = await world.runThrough('each-null', { lines: ['a', null] });
  expect(run).toMatchObject({ state: 'succeeded', errorCode: null });
  expect(await exceptionsOf(run.id)).toEqual([{ code: 'NO_LINE', path: 'lines[1]', payload: null }]);
});

it('a flow that is called with nothing begins with null', async () => {
  await world.flow('called-with-nothing', [respond('answer', '$trigger = null')], {
    trigger: { kind: 'call', name: 'Called' },
  });
  await world.flow('calls-with-nothing', [
    step('call', 'other', { flow: 'called-with-nothing', input: '$trigger.missing' }),
    respond('answer', '$steps.other'),
  ]);
  expect(await world.runThrough('calls-with-nothing')).toMatchObject({ state: 'succeeded', output: { body: true } });
});

it('a flow can be started by hand with null, and replayed with a payload that was edited to null', async () => {
  await world.flow('started-with-nothing', [step('check', 'complete', { rules })]);
  const run = await world.runThrough('started-with-nothing', null);
  expect(run).toMatchObject({ state: 'failed', errorCode: 'TERMS_MISSING', trigger: null });
  const [stopped] = await world.exceptions(run.id);
  const replayRunId = await world.tx((tx) =>
    replayException(tx, { exceptionId: stopped?.id ?? '', startedBy: 'user-olga', payload: { data: null } }),
  );
  const replay = await world.ended(replayRunId ?? '');
  expect(replay).toMatchObject({ state: 'failed', errorCode: 'TERMS_MISSING', trigger: null });
});
