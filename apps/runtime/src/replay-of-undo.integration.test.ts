import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ConnectorError } from '@throughline/core/connector/error';
import { delivery } from '@throughline/core/db/schema/index';
import { FakeWorld, step } from '../testing/fake-world.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
  await world.flow('undoes', [part('a'), part('b'), part('c'), part('d', { undo: undefined })]);
});
afterAll(() => world?.close());
beforeEach(() => {
  world.system.records.clear();
  world.system.effects.length = 0;
  world.system.faults.length = 0;
  refusedDeletions.clear();
  world.system.beforeWrite = ({ operation, identity }) => {
    const reason = identity?.by === 'id' ? refusedDeletions.get(externalIdOf(identity.id)) : undefined;
    if (operation === 'delete' && reason !== undefined) {
      world.system.faults.push({ on: 'write', error: new ConnectorError(reason, { class: 'validation' }) });
    }
    return Promise.resolve();
  };
});

/** External ids whose deletion the system refuses, with why. */
const refusedDeletions = new Map<string, string>();

const externalIdOf = (id: string): string =>
  String(world.system.all('Thing').find((record) => record.id === id)?.['externalId']);

const part = (suffix: string, more: object = {}) =>
  step('write', `write${suffix.toUpperCase()}`, {
    connection: 'fake',
    object: 'Thing',
    operation: 'upsert',
    identity: { externalId: `$trigger.id & "-${suffix}"` },
    record: '{ "name": $trigger.name }',
    undo: { operation: 'delete' },
    ...more,
  });

/** A run that stops at its last write, so that the three before it are taken back. */
async function stoppedRun(id: string, refused: Readonly<Record<string, string>>) {
  for (const [externalId, reason] of Object.entries(refused)) refusedDeletions.set(externalId, reason);
  const error = new ConnectorError('Not accepted.', { class: 'validation' });
  world.system.faults.push({ on: 'write', error, externalId: `${id}-d` });
  const ended = await world.runThrough('undoes', { id, name: 'Quay' });
  world.system.effects.length = 0;
  return ended;
}

const exceptionAt = async (runId: string, path: string) =>
  (await world.exceptions(runId)).find((each) => each.path === path);

async function replay(runId: string, path: string) {
  const open = await exceptionAt(runId, path);
  return world.ended(await world.replay({ exceptionId: open?.id ?? '', startedBy: 'user-olga' }));
}

const left = () => world.system.all('Thing').map(({ externalId }) => String(externalId));
const deliveryStates = async (id: string) => {
  const rows = await world.tx((tx) => tx.select().from(delivery));
  return Object.fromEntries(
    rows.filter(({ recordKey }) => recordKey.startsWith(id)).map(({ recordKey, state }) => [recordKey, state]),
  );
};

describe('replay of an undo that failed', () => {
  it('tries the undo again, and nothing else', async () => {
    const stopped = await stoppedRun('A', { 'A-b': 'Invoices exist.' });
    expect(left()).toEqual(['A-b']);
    expect(await exceptionAt(stopped.id, 'writeB undo')).toMatchObject({
      code: 'UNDO_FAILED',
      target: { kind: 'undo', entry: { runId: stopped.id, recordKey: 'A-b', undo: { operation: 'delete' } } },
    });
    refusedDeletions.clear();
    const again = await replay(stopped.id, 'writeB undo');
    expect(again).toMatchObject({ state: 'succeeded', trigger: { id: 'A', name: 'Quay' } });
    expect(world.system.effects).toEqual(['deleted Thing A-b']);
    expect(await world.steps(again.id)).toMatchObject([{ path: 'writeB undo', stepId: 'writeB', state: 'succeeded' }]);
    expect(await exceptionAt(stopped.id, 'writeB undo')).toMatchObject({ state: 'resolved', resolution: 'replayed' });
    expect(await exceptionAt(stopped.id, 'writeD')).toMatchObject({ state: 'open', target: { kind: 'run' } });
    expect(await deliveryStates('A')).toEqual({ 'A-a': 'undone', 'A-b': 'undone', 'A-c': 'undone', 'A-d': 'failed' });
  });

  it('leaves the exception open with the newest failure when it fails again', async () => {
    const stopped = await stoppedRun('B', { 'B-b': 'Invoices exist.' });
    refusedDeletions.set('B-b', 'The period is closed.');
    const again = await replay(stopped.id, 'writeB undo');
    const [record] = world.system.all('Thing');
    const message = `Thing ${record?.id ?? ''} was written by this run and could not be taken back: The period is closed.`;
    expect(again).toMatchObject({ state: 'failed', errorCode: 'UNDO_FAILED', errorMessage: message });
    expect(await world.exceptions(again.id)).toEqual([]);
    expect(await exceptionAt(stopped.id, 'writeB undo')).toMatchObject({
      state: 'open',
      code: 'UNDO_FAILED',
      message,
      replayFailure: message,
      details: [{ code: 'FAKE_VALIDATION', message: 'The period is closed.' }],
      replayRunId: again.id,
    });
    refusedDeletions.clear();
    expect(await replay(stopped.id, 'writeB undo')).toMatchObject({ state: 'succeeded' });
    expect(left()).toEqual([]);
  });

  it('takes back each effect of a chain on its own, in whatever order a person asks', async () => {
    const stopped = await stoppedRun('C', { 'C-a': 'It has children.', 'C-b': 'Invoices exist.' });
    expect(left()).toEqual(['C-a', 'C-b']);
    refusedDeletions.delete('C-b');
    expect(await replay(stopped.id, 'writeA undo')).toMatchObject({ state: 'failed' });
    expect(await replay(stopped.id, 'writeB undo')).toMatchObject({ state: 'succeeded' });
    refusedDeletions.delete('C-a');
    expect(await replay(stopped.id, 'writeA undo')).toMatchObject({ state: 'succeeded' });
    expect(world.system.effects).toEqual(['deleted Thing C-b', 'deleted Thing C-a']);
  });

  it('refuses to take back what another run has delivered since', async () => {
    const stopped = await stoppedRun('D', { 'D-b': 'Invoices exist.' });
    refusedDeletions.clear();
    const delivered = await replay(stopped.id, 'writeD');
    expect(delivered.state).toBe('succeeded');
    const again = await replay(stopped.id, 'writeB undo');
    expect(again).toMatchObject({
      state: 'failed',
      errorMessage: expect.stringContaining(
        `because run ${delivered.id} has delivered or confirmed it since`,
      ) as string,
    });
    expect(left().toSorted()).toEqual(['D-a', 'D-b', 'D-c', 'D-d']);
    expect(await exceptionAt(stopped.id, 'writeB undo')).toMatchObject({ state: 'open' });
    expect(await deliveryStates('D')).toEqual({
      'D-a': 'confirmed',
      'D-b': 'confirmed',
      'D-c': 'confirmed',
      'D-d': 'confirmed',
    });
  });

  it('takes no edited payload', async () => {
    const stopped = await stoppedRun('E', { 'E-b': 'Invoices exist.' });
    const open = await exceptionAt(stopped.id, 'writeB undo');
    await expect(
      world.replay({ exceptionId: open?.id ?? '', startedBy: 'user-olga', payload: { data: {} } }),
    ).rejects.toMatchObject({ code: 'PAYLOAD_NOT_EDITABLE' });
  });
});
