import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ConnectorError } from '@throughline/core/connector/error';
import { delivery, link } from '@throughline/core/db/schema/index';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());
beforeEach(async () => {
  world.system.records.clear();
  world.system.effects.length = 0;
  world.system.calls.length = 0;
  world.system.faults.length = 0;
  await world.database.db.pool.query('truncate delivery, link');
});

/** These waits are quick enough for a test. They are the policy's, and jitter only shortens them. */
const retry = { maxAttempts: 3, backoffMs: 10, maxBackoffMs: 20 };

const write = (id: string, config: object = {}, more: object = {}) =>
  step(
    'write',
    id,
    {
      connection: 'fake',
      object: 'Thing',
      operation: 'upsert',
      identity: { externalId: '$trigger.id' },
      record: '{ "name": $trigger.name }',
      ...config,
    },
    { retry, ...more },
  );

const deliveries = () =>
  world.tx((tx) =>
    tx
      .select({
        step: delivery.step,
        recordKey: delivery.recordKey,
        state: delivery.state,
        effect: delivery.effect,
        attempts: delivery.attempts,
      })
      .from(delivery),
  );

describe('one effect', () => {
  beforeAll(() => world.flow('saves', [write('save'), respond('answer', '$steps.save')]));

  it('sends nothing when the same was confirmed before, and an update when it differs', async () => {
    const payload = { id: 'A-1', name: 'Quay' };
    const first = await world.runThrough('saves', payload);
    expect(first.output).toMatchObject({ body: { effect: 'created', externalId: 'A-1' } });
    expect((await world.runThrough('saves', payload)).output).toMatchObject({ body: { effect: 'unchanged' } });
    expect((await world.runThrough('saves', { ...payload, name: 'Pier' })).output).toMatchObject({
      body: { effect: 'updated' },
    });
    expect(world.system.effects).toEqual(['created Thing A-1', 'updated Thing A-1']);
    expect(await deliveries()).toEqual([
      { step: 'save', recordKey: 'A-1', state: 'confirmed', effect: 'updated', attempts: 2 },
    ]);
  });

  it('reads back after a lost reply and sends nothing again', async () => {
    const error = new ConnectorError('The connection broke.', { class: 'transient', isOutcomeUnknown: true });
    world.system.faults.push({ on: 'write', error, isAfterCommit: true });
    const ended = await world.runThrough('saves', { id: 'A-2', name: 'Quay' });
    expect(ended.output).toMatchObject({ body: { effect: 'created' } });
    expect(world.system.effects).toEqual(['created Thing A-2']);
    expect(world.system.calls).toEqual(['upsert Thing', 'read Thing {"by":"external-id","value":"A-2"}']);
    const [saved] = await world.steps(ended.id);
    expect(saved).toMatchObject({
      state: 'succeeded',
      attempts: 2,
      retries: [{ class: 'transient', message: 'The connection broke.', waitMs: expect.any(Number) }],
    });
  });

  it('sends again when the request had not arrived', async () => {
    const error = new ConnectorError('The connection broke.', { class: 'transient', isOutcomeUnknown: true });
    world.system.faults.push({ on: 'write', error });
    expect((await world.runThrough('saves', { id: 'A-3', name: 'Quay' })).output).toMatchObject({
      body: { effect: 'created' },
    });
    expect(world.system.effects).toEqual(['created Thing A-3']);
  });

  it('stops after the attempts of its policy, each of them recorded, with a code made of system and class', async () => {
    const error = new ConnectorError('Row is locked.', { class: 'lock', vendorCode: 'ROW_LOCKED' });
    world.system.faults.push({ on: 'write', error, times: 3 });
    const ended = await world.runThrough('saves', { id: 'A-4', name: 'Quay' });
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'FAKE_LOCK' });
    expect((await world.steps(ended.id))[0]).toMatchObject({ state: 'failed', attempts: 3, errorCode: 'FAKE_LOCK' });
    expect(await world.exceptions(ended.id)).toMatchObject([
      {
        code: 'FAKE_LOCK',
        message: 'Row is locked.',
        details: [{ code: 'ROW_LOCKED', message: 'Row is locked.' }],
        payload: { id: 'A-4', name: 'Quay' },
      },
    ]);
    expect(world.system.effects).toEqual([]);
  });

  it('waits as long as the system asks', async () => {
    const error = new ConnectorError('Slow down.', { class: 'throttled', retryAfterMs: 700 });
    world.system.faults.push({ on: 'write', error });
    const ended = await world.runThrough('saves', { id: 'A-5', name: 'Quay' });
    const [saved] = await world.steps(ended.id);
    expect(saved?.retries).toEqual([
      { at: expect.any(String), class: 'throttled', message: 'Slow down.', waitMs: 700 },
    ]);
    expect(saved?.durationMs).toBeGreaterThanOrEqual(700);
  });

  it('does not repeat what cannot succeed by itself', async () => {
    world.system.faults.push({
      on: 'write',
      error: new ConnectorError('Name is too long.', { class: 'validation', fields: ['name'] }),
    });
    const ended = await world.runThrough('saves', { id: 'A-6', name: 'Quay' });
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'FAKE_VALIDATION' });
    expect(world.system.calls).toEqual(['upsert Thing']);
    expect(await deliveries()).toMatchObject([{ recordKey: 'A-6', state: 'failed' }]);
  });
});

describe('matching', () => {
  const identity = {
    externalId: '$trigger.id',
    entity: 'customer',
    canonicalId: '$trigger.id',
    match: [{ by: 'link' }, { by: 'external-id' }, { by: 'field', field: 'taxNumber', value: '$trigger.tax' }],
  };
  beforeAll(async () => {
    await world.flow('matches', [write('save', { identity }), respond('answer', '$steps.save')]);
  });
  const links = () =>
    world.tx((tx) =>
      tx
        .select({
          entity: link.entity,
          canonicalId: link.canonicalId,
          object: link.object,
          externalId: link.externalId,
        })
        .from(link),
    );

  it('finds a record by field when nobody has linked it, updates and links it, and goes by the link from then on', async () => {
    const { id } = world.system.add('Thing', { name: 'Old', taxNumber: 'GB1' });
    const payload = { id: 'B-1', name: 'Quay', tax: 'GB1' };
    expect((await world.runThrough('matches', payload)).output).toMatchObject({ body: { id, effect: 'updated' } });
    expect(await links()).toEqual([{ entity: 'customer', canonicalId: 'B-1', object: 'Thing', externalId: id }]);
    world.system.add('Thing', { name: 'Other', taxNumber: 'GB1' });
    expect((await world.runThrough('matches', { ...payload, name: 'Pier' })).output).toMatchObject({
      body: { id, effect: 'updated' },
    });
    expect(world.system.all('Thing').map(({ name }) => name)).toEqual(['Pier', 'Other']);
  });

  it('prefers our external id to the field', async () => {
    world.system.add('Thing', { id: 'by-field', taxNumber: 'GB2' });
    world.system.add('Thing', { id: 'by-key', externalId: 'B-2' });
    expect((await world.runThrough('matches', { id: 'B-2', name: 'Quay', tax: 'GB2' })).output).toMatchObject({
      body: { id: 'by-key', effect: 'updated' },
    });
  });

  it('does not match records by an empty value', async () => {
    world.system.add('Thing', { id: 'without-tax', taxNumber: '' });
    expect((await world.runThrough('matches', { id: 'B-3', name: 'Quay', tax: '' })).output).toMatchObject({
      body: { effect: 'created' },
    });
  });

  it('drops a link to a record that is gone', async () => {
    const payload = { id: 'B-4', name: 'Quay' };
    await world.runThrough('matches', payload);
    world.system.records.clear();
    expect((await world.runThrough('matches', { ...payload, name: 'Pier' })).output).toMatchObject({
      body: { effect: 'created' },
    });
    expect(world.system.all('Thing')).toMatchObject([{ externalId: 'B-4', name: 'Pier' }]);
    expect(await links()).toMatchObject([{ canonicalId: 'B-4', externalId: world.system.all('Thing')[0]?.id }]);
  });

  it.each([
    ['skip', { body: { effect: 'skipped', id: 'there' } }],
    ['fail', null],
  ])('leaves a record alone on conflict: %s', async (onConflict, output) => {
    await world.flow(`conflict-${onConflict}`, [write('save', { onConflict }), respond('answer', '$steps.save')]);
    world.system.add('Thing', { id: 'there', externalId: 'B-5', name: 'Old' });
    const ended = await world.runThrough(`conflict-${onConflict}`, { id: 'B-5', name: 'Quay' });
    expect(world.system.effects).toEqual([]);
    if (output === null) expect(ended).toMatchObject({ state: 'failed', errorCode: 'RECORD_EXISTS' });
    else expect(ended.output).toMatchObject(output);
  });

  it('creates and updates where the system has no upsert', async () => {
    await world.flow('plain', [write('save', { object: 'Plain' }), respond('answer', '$steps.save.effect')]);
    expect((await world.runThrough('plain', { id: 'B-6', name: 'a' })).output).toMatchObject({ body: 'created' });
    expect((await world.runThrough('plain', { id: 'B-6', name: 'b' })).output).toMatchObject({ body: 'updated' });
    expect(world.system.effects).toEqual(['created Plain B-6', 'updated Plain B-6']);
  });

  it('deletes what it finds, and deletes nothing twice', async () => {
    await world.flow('deletes', [
      write('remove', { operation: 'delete', record: undefined }),
      respond('answer', '$steps.remove.effect'),
    ]);
    world.system.add('Thing', { id: 'there', externalId: 'B-7' });
    expect((await world.runThrough('deletes', { id: 'B-7' })).output).toMatchObject({ body: 'deleted' });
    expect((await world.runThrough('deletes', { id: 'B-7' })).output).toMatchObject({ body: 'unchanged' });
    expect(world.system.effects).toEqual(['deleted Thing B-7']);
  });
});

describe('undo', () => {
  const refused = new ConnectorError('Not accepted.', { class: 'validation' });
  const identity = (suffix: string) => ({
    externalId: `$trigger.id & "-${suffix}"`,
    entity: `part-${suffix}`,
    canonicalId: '$trigger.id',
  });
  const part = (suffix: string, config: object = {}) =>
    write(`write${suffix.toUpperCase()}`, { identity: identity(suffix), undo: { operation: 'delete' }, ...config });
  beforeAll(async () => {
    await world.flow('undoes', [
      part('a'),
      part('b', { undo: undefined }),
      part('c', { undo: { operation: 'update', record: '{ "name": "withdrawn" }' } }),
      part('d'),
      part('e'),
    ]);
  });

  it('undoes what this run created, the last effect first, and nothing else', async () => {
    world.system.add('Thing', { id: 'older', externalId: 'C-1-d', name: 'Older' });
    world.system.faults.push({ on: 'write', error: refused, externalId: 'C-1-e' });
    const ended = await world.runThrough('undoes', { id: 'C-1', name: 'Quay' });
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'FAKE_VALIDATION' });
    expect(world.system.effects).toEqual([
      'created Thing C-1-a',
      'created Thing C-1-b',
      'created Thing C-1-c',
      'updated Thing C-1-d',
      'updated Thing C-1-c',
      'deleted Thing C-1-a',
    ]);
    expect((await deliveries()).map(({ recordKey, state }) => `${recordKey} ${state}`).toSorted()).toEqual([
      'C-1-a undone',
      'C-1-b confirmed',
      'C-1-c undone',
      'C-1-d confirmed',
      'C-1-e failed',
    ]);
    const linked = await world.tx((tx) => tx.select().from(link));
    expect(linked.map(({ entity }) => entity).toSorted()).toEqual(['part-b', 'part-c', 'part-d']);
    expect(await world.exceptions(ended.id)).toMatchObject([{ path: 'writeE', code: 'FAKE_VALIDATION' }]);
  });

  it('writes again on a replay what was undone', async () => {
    world.system.faults.push({ on: 'write', error: refused, externalId: 'C-2-e' });
    await world.runThrough('undoes', { id: 'C-2', name: 'Quay' });
    world.system.effects.length = 0;
    const again = await world.runThrough('undoes', { id: 'C-2', name: 'Quay' });
    expect(again.state).toBe('succeeded');
    expect(world.system.effects).toEqual([
      'created Thing C-2-a',
      'updated Thing C-2-c',
      'created Thing C-2-d',
      'created Thing C-2-e',
    ]);
  });

  it('makes an exception of an effect that cannot be undone, and continues with the others', async () => {
    world.system.faults.push({ on: 'write', error: refused, externalId: 'C-3-e' });
    let deletions = 0;
    world.system.beforeWrite = async ({ operation }) => {
      if (operation !== 'delete') return;
      deletions += 1;
      if (deletions === 1) world.system.faults.push({ on: 'write', error: refused });
    };
    const ended = await world.runThrough('undoes', { id: 'C-3', name: 'Quay' });
    world.system.beforeWrite = () => Promise.resolve();
    expect(await world.exceptions(ended.id)).toMatchObject([
      { path: 'writeD undo', stepId: 'writeD', code: 'UNDO_FAILED', payload: { object: 'Thing', connection: 'fake' } },
      { path: 'writeE', code: 'FAKE_VALIDATION' },
    ]);
    expect(
      world.system
        .all('Thing')
        .map(({ externalId }) => String(externalId))
        .toSorted((left, right) => left.localeCompare(right)),
    ).toEqual(['C-3-b', 'C-3-c', 'C-3-d']);
  });

  it('does not undo what onError has caught', async () => {
    const caught = write(
      'writeE',
      { identity: identity('e') },
      { bodies: { onError: [respond('caught', '$error.code')] } },
    );
    await world.flow('catches', [part('a'), caught]);
    world.system.faults.push({ on: 'write', error: refused, externalId: 'C-4-e' });
    const ended = await world.runThrough('catches', { id: 'C-4', name: 'Quay' });
    expect(ended).toMatchObject({ state: 'succeeded', output: { body: 'FAKE_VALIDATION' } });
    expect(world.system.effects).toEqual(['created Thing C-4-a']);
  });
});

describe('connections', () => {
  beforeAll(() => world.flow('uses', [write('save')]));

  it('holds the work of a connection that refuses its sign-in, and resumes it', async () => {
    const error = new ConnectorError('Token expired.', { class: 'auth' });
    world.system.faults.push({ on: 'write', error });
    const runId = await world.start('uses', { id: 'D-1', name: 'Quay' });
    const connection = await world.connectionWhen(({ state }) => state === 'failing');
    expect(connection.stateMessage).toBe('Token expired.');
    expect(await world.ended(runId)).toMatchObject({ state: 'succeeded' });
    expect((await world.steps(runId))[0]).toMatchObject({ attempts: 1, state: 'succeeded' });
    await world.connectionWhen(({ state }) => state === 'connected');
  });

  it('names a connection that does not exist', async () => {
    await world.flow('uses-nothing', [write('save', { connection: 'nowhere' })]);
    const ended = await world.runThrough('uses-nothing', { id: 'D-2', name: 'x' });
    expect(ended).toMatchObject({ state: 'failed', errorCode: 'CONNECTION_MISSING' });
  });
});

describe('many at once', () => {
  it('makes one record when runs of different keys write the same one, even without an upsert', async () => {
    await world.flow('shares', [
      write('save', { object: 'Plain', identity: { externalId: '"shared"' }, record: '{ "name": "Quay" }' }),
      respond('answer', '$steps.save.effect'),
    ]);
    const ids = await Promise.all(Array.from({ length: 12 }, () => world.start('shares', {})));
    const ended = await Promise.all(ids.map((id) => world.ended(id)));
    const answers = ended.map(({ output }) => (output as { body: string }).body).toSorted();
    expect(answers).toEqual(['created', ...Array.from({ length: 11 }, () => 'unchanged')]);
    expect(world.system.effects).toEqual(['created Plain shared']);
  });
});

describe('ledger rows', () => {
  it('say which record was written, and which step of which run wrote and made it', async () => {
    const ended = await world.runThrough('saves', { id: 'E-1', name: 'Quay' });
    const rows = await world.tx((tx) => tx.select().from(delivery).where(eq(delivery.recordKey, 'E-1')));
    expect(rows).toEqual([
      {
        id: expect.any(String),
        organisationId: world.database.organisationId,
        environmentId: world.database.environmentIds.test,
        definitionId: ended.definitionId,
        step: 'save',
        recordKey: 'E-1',
        connectionId: world.connectionId,
        system: 'fake',
        object: 'Thing',
        operation: 'upsert',
        state: 'confirmed',
        payloadHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        externalId: world.system.all('Thing')[0]?.id,
        effect: 'created',
        runId: ended.id,
        path: 'save',
        createdByRunId: ended.id,
        createdByPath: 'save',
        attempts: 1,
        errorMessage: null,
        createdAt: expect.any(Date),
        updatedAt: expect.any(Date),
      },
    ]);
  });
});
