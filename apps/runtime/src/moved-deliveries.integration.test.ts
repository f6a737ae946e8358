import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { delivery } from '@throughline/core/db/schema/index';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';

let world: FakeWorld;
let otherConnectionId: string;

beforeAll(async () => {
  world = await FakeWorld.open();
  otherConnectionId = await world.connect('fake-eu');
});
afterAll(() => world?.close());
beforeEach(() => {
  world.system.records.clear();
  world.system.effects.length = 0;
});

/** Publishes the flow anew, as it writes from now on. */
const writes = (key: string, config: object = {}) =>
  world.flow(key, [
    step('write', 'save', {
      connection: 'fake',
      object: 'Thing',
      operation: 'upsert',
      identity: { externalId: '$trigger.id' },
      record: '{ "name": $trigger.name }',
      ...config,
    }),
    respond('answer', '$steps.save'),
  ]);

const answerOf = async (key: string, payload: unknown) =>
  ((await world.runThrough(key, payload)).output as { body: { id: string; effect: string } }).body;
/** From now on the system is another account, in which a stranger's record has the id. */
const moveAccount = (object: string, id: string) => {
  world.system.records.clear();
  world.system.effects.length = 0;
  world.system.add(object, { id, name: 'A stranger' });
};
const named = (object: string) => world.system.all(object).map(({ externalId, name }) => ({ externalId, name }));
const stranger = { externalId: undefined, name: 'A stranger' };
const ledger = async (recordKey: string) => {
  const rows = await world.tx((tx) => tx.select().from(delivery).where(eq(delivery.recordKey, recordKey)));
  return rows.map(({ connectionId, object, externalId }) => ({ connectionId, object, externalId }));
};

describe('a step that writes elsewhere than before', () => {
  it.each(['always', 'never'])('delivers again to another connection, verify: %s', async (verify) => {
    const [key, id] = [`connection-${verify}`, `A-${verify}`];
    await writes(key, { verify });
    const before = await answerOf(key, { id, name: 'Quay' });
    moveAccount('Thing', before.id);
    await writes(key, { verify, connection: 'fake-eu' });
    const after = await answerOf(key, { id, name: 'Quay' });
    expect(after).toMatchObject({ effect: 'created' });
    expect(after.id).not.toBe(before.id);
    expect(named('Thing')).toEqual([stranger, { externalId: id, name: 'Quay' }]);
    expect(await ledger(id)).toEqual([
      { connectionId: world.connectionId, object: 'Thing', externalId: before.id },
      { connectionId: otherConnectionId, object: 'Thing', externalId: after.id },
    ]);
  });

  it('delivers again to another object', async () => {
    await writes('object');
    const before = await answerOf('object', { id: 'B', name: 'Quay' });
    world.system.add('Plain', { id: before.id, name: 'A stranger' });
    await writes('object', { object: 'Plain' });
    expect(await answerOf('object', { id: 'B', name: 'Quay' })).toMatchObject({ effect: 'created' });
    expect(named('Plain')).toEqual([stranger, { externalId: 'B', name: 'Quay' }]);
  });

  it('knows what it delivered to the first connection when it returns there', async () => {
    await writes('returns');
    const first = await answerOf('returns', { id: 'C', name: 'Quay' });
    await writes('returns', { connection: 'fake-eu' });
    expect(await answerOf('returns', { id: 'C', name: 'Quay' })).toMatchObject({ effect: 'updated' });
    await writes('returns');
    expect(await answerOf('returns', { id: 'C', name: 'Quay' })).toEqual({
      id: first.id,
      effect: 'unchanged',
      externalId: 'C',
    });
  });
});

describe('a connection that leads to another account than before', () => {
  it('does not overwrite the record that has the id of ours there', async () => {
    await writes('account');
    const before = await answerOf('account', { id: 'D', name: 'Quay' });
    moveAccount('Thing', before.id);
    const after = await answerOf('account', { id: 'D', name: 'Quay' });
    expect(after).toMatchObject({ effect: 'repaired' });
    expect(named('Thing')).toEqual([stranger, { externalId: 'D', name: 'Quay' }]);
  });

  it('keeps to a record that it had found by a field and that never carried our external id', async () => {
    await writes('found', {
      identity: { externalId: '$trigger.id', match: [{ by: 'field', field: 'taxNumber', value: '"7"' }] },
    });
    const { id } = world.system.add('Thing', { name: 'Theirs', taxNumber: '7' });
    expect(await answerOf('found', { id: 'E', name: 'Quay' })).toMatchObject({ id, effect: 'updated' });
    world.system.add('Thing', { ...world.system.records.get('Thing')?.get(id), name: 'Changed by hand' });
    expect(await answerOf('found', { id: 'E', name: 'Quay' })).toMatchObject({ id, effect: 'repaired' });
  });
});
