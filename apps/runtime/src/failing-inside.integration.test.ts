import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ConnectorError } from '@throughline/core/connector/error';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';
import { addCalledRun } from './store/add-called-run.ts';

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

const write = step('write', 'save', {
  connection: 'fake',
  object: 'Thing',
  operation: 'upsert',
  identity: { externalId: '$trigger.id' },
  record: '{ "name": $trigger.name }',
  undo: { operation: 'delete' },
});
/** Gives what no run can store as its output. */
const unstorable = respond('odd', String.raw`"a\u0000b"`);
const codes = async (runId: string) => (await world.exceptions(runId)).map(({ path, code }) => ({ path, code }));

describe('a run whose end cannot be stored', () => {
  it('reports the step that failed and the effect that could not be taken back', async () => {
    await world.flow('fails-twice', [
      write,
      unstorable,
      step('raise', 'stop', { code: 'NOT_WANTED', message: '"This record is not wanted after all."' }),
    ]);
    world.system.beforeWrite = async ({ operation }) => {
      const error = new ConnectorError('Invoices exist.', { class: 'validation' });
      if (operation === 'delete') world.system.faults.push({ on: 'write', error });
    };
    const ended = await world.runThrough('fails-twice', { id: 'A', name: 'Quay' });
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'NOT_WANTED', output: null });
    expect(await codes(ended.id)).toEqual([
      { path: 'save undo', code: 'UNDO_FAILED' },
      { path: 'stop', code: 'NOT_WANTED' },
    ]);
  });

  it('ends the runs that it has called, also one whose workflow was never started', async () => {
    await world.flow('never-starts', [respond('answer', '1')], { trigger: { kind: 'call', name: 'Called' } });
    await world.flow('ends-oddly', [write, unstorable]);
    const started = Promise.withResolvers<string>();
    const calledId = randomUUID();
    world.system.beforeWrite = async () => {
      const parentRunId = await started.promise;
      const called = { runId: calledId, parentRunId, parentPath: 'sub', flowKey: 'never-starts', payload: {} };
      await world.tx((tx) => addCalledRun(tx, called));
    };
    const runId = await world.start('ends-oddly', { id: 'C', name: 'Quay' });
    started.resolve(runId);
    expect(await world.ended(runId)).toMatchObject({ state: 'failed', errorCode: 'TEXT_NOT_STORABLE' });
    expect(await world.run(calledId)).toMatchObject({
      state: 'cancelled',
      errorCode: 'CANCELLED',
      errorMessage: 'Its caller failed.',
    });
  });

  it('leaves its effects to the run that called it, which takes them back', async () => {
    await world.flow('called', [write, unstorable], { trigger: { kind: 'call', name: 'Called' } });
    await world.flow('calls', [
      step('call', 'other', { flow: 'called', input: '$trigger' }),
      respond('answer', '$steps.other'),
    ]);
    const ended = await world.runThrough('calls', { id: 'B', name: 'Quay' });
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'TEXT_NOT_STORABLE' });
    expect(world.system.effects).toEqual(['created Thing B', 'deleted Thing B']);
  });
});
