import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ConnectorError } from '@throughline/core/connector/error';
import { delivery } from '@throughline/core/db/schema/index';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());
beforeEach(() => {
  world.system.records.clear();
  world.system.effects.length = 0;
  world.system.faults.length = 0;
  world.system.normalise = (record) => record;
});

const creates = (key: string, config: object, retry = { maxAttempts: 3, backoffMs: 10 }) =>
  world.flow(key, [
    step(
      'write',
      'save',
      {
        connection: 'fake',
        object: 'Plain',
        operation: 'create',
        identity: { externalId: '$trigger.id' },
        record: '{ "name": $trigger.name }',
        undo: { operation: 'delete' },
        ...config,
      },
      { retry },
    ),
    respond('answer', '$steps.save'),
  ]);

const loseReply = () => {
  const error = new ConnectorError('The connection broke.', { class: 'transient', isOutcomeUnknown: true });
  world.system.faults.push({ on: 'write', error, isAfterCommit: true });
};
const trimmed = ({ name, ...more }: Readonly<Record<string, unknown>>) => ({ ...more, name: String(name).trim() });
const all = (object: string) => world.system.all(object).map(({ externalId, name }) => ({ externalId, name }));
const ledger = async (recordKey: string) => {
  const [row] = await world.tx((tx) => tx.select().from(delivery).where(eq(delivery.recordKey, recordKey)));
  return { state: row?.state, effect: row?.effect, externalId: row?.externalId };
};

describe('a creation whose answer was lost', () => {
  it.each(['fail', 'skip'])('is its own record although the system trimmed a field, on conflict: %s', async (mode) => {
    await creates(`trimmed-${mode}`, { onConflict: mode });
    world.system.normalise = trimmed;
    loseReply();
    const id = `A-${mode}`;
    const ended = await world.runThrough(`trimmed-${mode}`, { id, name: ' Quay ' });
    const [made] = world.system.all('Plain');
    expect(ended).toMatchObject({ errorMessage: null, output: { body: { id: made?.id, effect: 'created' } } });
    expect(all('Plain')).toEqual([{ externalId: id, name: 'Quay' }]);
    expect(await ledger(id)).toEqual({ state: 'confirmed', effect: 'created', externalId: made?.id });
  });

  it('is not sent again when only a field differs that its system never shows', async () => {
    await creates('secret', {
      object: 'Secret',
      onConflict: 'fail',
      record: '{ "name": $trigger.name, "pin": "1234" }',
    });
    world.system.normalise = ({ pin: _pin, ...more }) => more;
    loseReply();
    const ended = await world.runThrough('secret', { id: 'B', name: 'Quay' });
    expect(ended).toMatchObject({ errorMessage: null, output: { body: { effect: 'created' } } });
    expect(world.system.effects).toEqual(['created Secret B']);
  });

  it('is confirmed as it is where the object can only be created', async () => {
    await creates('fixed', { object: 'Fixed', onConflict: 'fail', undo: undefined });
    world.system.normalise = trimmed;
    loseReply();
    const ended = await world.runThrough('fixed', { id: 'C', name: ' Quay ' });
    expect(ended).toMatchObject({ errorMessage: null, output: { body: { effect: 'created' } } });
    expect(world.system.effects).toEqual(['created Fixed C']);
  });

  it('is completed by a replay with an edited payload, although no match names our external id', async () => {
    const match = [{ by: 'field', field: 'taxNumber', value: '$trigger.tax' }];
    await creates(
      'edited',
      { onConflict: 'fail', identity: { externalId: '$trigger.id', match } },
      {
        maxAttempts: 1,
        backoffMs: 10,
      },
    );
    loseReply();
    const stopped = await world.runThrough('edited', { id: 'D', name: 'Quay', tax: '7' });
    expect(stopped).toMatchObject({ state: 'failed' });
    const [open] = await world.exceptions(stopped.id);
    const payload = { data: { id: 'D', name: 'Quay Ltd', tax: '7' } };
    const again = await world.replay({ exceptionId: open?.id ?? '', startedBy: 'user-olga', payload });
    expect(await world.ended(again)).toMatchObject({ state: 'succeeded', errorMessage: null });
    expect(all('Plain')).toEqual([{ externalId: 'D', name: 'Quay Ltd' }]);
  });

  it('is not taken for a record of somebody else that a field finds, when it never arrived', async () => {
    const match = [{ by: 'field', field: 'taxNumber', value: '$trigger.tax' }];
    await creates('foreign', { onConflict: 'fail', identity: { externalId: '$trigger.id', match } });
    const error = new ConnectorError('The connection broke.', { class: 'transient', isOutcomeUnknown: true });
    world.system.faults.push({ on: 'write', error });
    world.system.beforeWrite = async () => {
      if (all('Plain').length === 0) world.system.add('Plain', { name: 'Theirs', taxNumber: '9' });
    };
    const ended = await world.runThrough('foreign', { id: 'E', name: 'Quay', tax: '9' });
    world.system.beforeWrite = () => Promise.resolve();
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'RECORD_EXISTS' });
    expect(all('Plain')).toEqual([{ externalId: undefined, name: 'Theirs' }]);
  });
});
