import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ConnectorError } from '@throughline/core/connector/error';
import { delivery } from '@throughline/core/db/schema/index';
import { FakeWorld, step } from '../testing/fake-world.ts';
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

const save = (config: object = {}, more: object = {}) =>
  step(
    'write',
    'save',
    {
      connection: 'fake',
      object: 'Thing',
      operation: 'upsert',
      identity: { externalId: '$trigger.id' },
      record: '{ "name": "Quay" }',
      undo: { operation: 'delete' },
      ...config,
    },
    more,
  );
const fails = (assert = 'false') =>
  step('check', 'valid', { rules: [{ code: 'NOT_WANTED', message: 'Not wanted.', assert }] });
/** A write that tests hold back, and that fails when it is released. */
const late = (externalId: string, id = 'late') =>
  step('write', id, {
    connection: 'fake',
    object: 'Plain',
    operation: 'create',
    identity: { externalId },
    record: '{ "name": "Late" }',
  });
const refused = () => new ConnectorError('Refused.', { class: 'validation' });

const left = () => world.system.all('Thing').map(({ externalId }) => externalId);
const codes = async (runId: string) => (await world.exceptions(runId)).map(({ path, code }) => ({ path, code }));
const effectsOf = async (runId: string, paths: readonly string[]) => {
  const effects: unknown[] = [];
  for (const path of paths) effects.push(((await world.output(runId, path)) as { effect?: string } | null)?.effect);
  return effects;
};

describe('two equal items of one run', () => {
  const items = (config: object, each: readonly ReturnType<typeof step>[]) =>
    step('for-each', 'lines', { items: '$trigger.lines', ...config }, { bodies: { each: [...each] } });
  const ofItem = save({ identity: { externalId: '$item.id' } });

  it('keep the record when only the second fails', async () => {
    await world.flow('second-fails', [items({ onItemError: 'continue' }, [ofItem, fails('$item.isGood')])]);
    const lines = [
      { id: 'A', isGood: true },
      { id: 'A', isGood: false },
    ];
    const ended = await world.runThrough('second-fails', { lines });
    expect(await effectsOf(ended.id, ['lines[0].save', 'lines[1].save'])).toEqual(['created', 'unchanged']);
    expect(left()).toEqual(['A']);
    expect(await codes(ended.id)).toEqual([{ path: 'lines[1]', code: 'NOT_WANTED' }]);
  });

  it('keep the record when the first fails after the second has relied on it', async () => {
    const config = { onItemError: 'continue', concurrency: 2, chunkSize: 1 };
    await world.flow('first-fails', [items(config, [ofItem, late('$item.late')])]);
    const confirmed = Promise.withResolvers<void>();
    world.system.beforeWrite = async ({ object, identity }) => {
      const key = identity?.by === 'external-id' ? identity.value : '';
      // The second item waits for the first one to create the record, and the first for the second to rely on it.
      if (object !== 'Plain') return;
      if (key === 'second') return confirmed.resolve();
      await confirmed.promise;
      world.system.faults.push({ on: 'write', error: refused(), externalId: 'first' });
    };
    const lines = [
      { id: 'B', late: 'first' },
      { id: 'B', late: 'second' },
    ];
    const run = await world.start('first-fails', { lines });
    const ended = await world.ended(run);
    const effects = await effectsOf(ended.id, ['lines[0].save', 'lines[1].save']);
    expect(effects.map(String).toSorted((one, other) => one.localeCompare(other))).toEqual(['created', 'unchanged']);
    expect(left()).toEqual(['B']);
    const undo = effects[0] === 'created' ? [{ path: 'lines[0].save undo', code: 'UNDO_FAILED' }] : [];
    expect(await codes(ended.id)).toEqual([{ path: 'lines[0]', code: 'FAKE_VALIDATION' }, ...undo]);
  });

  it('are taken back together when the whole run fails', async () => {
    await world.flow('both-fail', [items({}, [ofItem]), fails()]);
    const ended = await world.runThrough('both-fail', { lines: [{ id: 'C' }, { id: 'C' }] });
    expect(left()).toEqual([]);
    expect(await codes(ended.id)).toEqual([{ path: 'valid', code: 'NOT_WANTED' }]);
  });
});

describe('a repaired record', () => {
  const repairs = async (key: string, undo: object) => {
    await world.flow(key, [save({ undo }), fails('$trigger.isGood')]);
    const first = await world.runThrough(key, { id: key, isGood: true });
    return { first, id: world.system.all('Thing')[0]?.id ?? '' };
  };

  it('is taken back by the run that recreated it', async () => {
    await repairs('made-anew', { operation: 'delete' });
    world.system.records.clear();
    const ended = await world.runThrough('made-anew', { id: 'made-anew', isGood: false });
    expect(await effectsOf(ended.id, ['save'])).toEqual(['repaired']);
    expect(left()).toEqual([]);
    expect(await codes(ended.id)).toEqual([{ path: 'valid', code: 'NOT_WANTED' }]);
  });

  it('stays when it was only written over and the undo is a deletion', async () => {
    const { id } = await repairs('written-over', { operation: 'delete' });
    world.system.add('Thing', { ...world.system.records.get('Thing')?.get(id), name: 'By hand' });
    const ended = await world.runThrough('written-over', { id: 'written-over', isGood: false });
    expect(await effectsOf(ended.id, ['save'])).toEqual(['repaired']);
    expect(left()).toEqual(['written-over']);
  });

  it('is written back when it was written over and the undo is an update', async () => {
    const { id } = await repairs('written-back', { operation: 'update', record: '{ "name": "Withdrawn" }' });
    world.system.add('Thing', { ...world.system.records.get('Thing')?.get(id), name: 'By hand' });
    await world.runThrough('written-back', { id: 'written-back', isGood: false });
    expect(world.system.all('Thing').map(({ name }) => name)).toEqual(['Withdrawn']);
  });
});

describe('a record that another flow has found by a field', () => {
  const byTax = { externalId: '$trigger.other', match: [{ by: 'field', field: 'taxNumber', value: '$trigger.tax' }] };
  beforeAll(async () => {
    const record = '{ "name": "Quay", "taxNumber": $trigger.tax }';
    await world.flow('makes', [save({ record }), late('$trigger.id')]);
    const name = '{ "name": "Quay Ltd" }';
    await world.flow('finds', [
      save({ identity: byTax, record: name, undo: undefined }, { retry: { maxAttempts: 1 } }),
    ]);
  });
  /** Starts the flow that makes the record, and stops it before its last write. */
  const made = async (id: string) => {
    const reached = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const sends = Promise.withResolvers<void>();
    const arrives = Promise.withResolvers<void>();
    world.system.beforeWrite = async ({ object, operation }) => {
      if (object === 'Plain') {
        reached.resolve();
        await released.promise;
        world.system.faults.push({ on: 'write', error: refused(), externalId: id });
      } else if (operation === 'update') {
        sends.resolve();
        await arrives.promise;
      }
    };
    const first = await world.start('makes', { id, tax: id });
    await reached.promise;
    return { first, release: released.resolve, sends: sends.promise, arrive: arrives.resolve };
  };
  const undoWasTried = (runId: string) =>
    waitUntil('an attempt to take the record back', async () => {
      const { rows } = await world.database.db.pool.query(
        `select 1 from dbos.operation_outputs where workflow_uuid = $1 and function_name like 'save undo%'`,
        [runId],
      );
      return rows.length > 0 ? true : undefined;
    });
  const overtaken = [
    { path: 'late', code: 'FAKE_VALIDATION' },
    { path: 'save undo', code: 'UNDO_FAILED' },
  ];

  it('is not taken back while that flow is writing it', async () => {
    const { first, release, sends, arrive } = await made('T-1');
    const second = await world.start('finds', { other: 'other-1', tax: 'T-1' });
    await sends;
    release();
    await undoWasTried(first);
    arrive();
    expect(await world.ended(second)).toMatchObject({ state: 'succeeded', errorMessage: null });
    await world.ended(first);
    expect(world.system.all('Thing')).toMatchObject([{ externalId: 'T-1', name: 'Quay Ltd' }]);
    expect(await codes(first)).toEqual(overtaken);
  });

  it('is not taken back while nobody knows whether that flow has written it', async () => {
    const { first, release, sends, arrive } = await made('T-2');
    arrive();
    const error = new ConnectorError('The answer was lost.', { class: 'transient', isOutcomeUnknown: true });
    world.system.faults.push({ on: 'write', error, isAfterCommit: true });
    const second = await world.runThrough('finds', { other: 'other-2', tax: 'T-2' });
    await sends;
    expect(second).toMatchObject({ state: 'failed' });
    const [row] = await world.tx((tx) => tx.select().from(delivery).where(eq(delivery.recordKey, 'other-2')));
    expect(row).toMatchObject({ state: 'sent' });
    release();
    await world.ended(first);
    expect(left()).toEqual(['T-2']);
    expect(await codes(first)).toEqual(overtaken);
  });
});

describe('two called runs of one run', () => {
  it('are one piece of work: what both have used is taken back', async () => {
    await world.flow('called', [save()], { trigger: { kind: 'call', name: 'Called' } });
    const calls = (id: string) => step('call', id, { flow: 'called', input: '$trigger' });
    await world.flow('calls-twice', [calls('one'), calls('two'), fails()]);
    const ended = await world.runThrough('calls-twice', { id: 'D' });
    expect(left()).toEqual([]);
    expect(await codes(ended.id)).toEqual([{ path: 'valid', code: 'NOT_WANTED' }]);
  });

  it('are each the work of their item: a record that another item uses is kept', async () => {
    const each = [step('call', 'one', { flow: 'called', input: '{ "id": $item.id }' }), late('$item.late')];
    const config = { items: '$trigger.lines', onItemError: 'continue', concurrency: 2, chunkSize: 1 };
    await world.flow('calls-per-item', [step('for-each', 'lines', config, { bodies: { each } })]);
    const used = Promise.withResolvers<void>();
    world.system.beforeWrite = async ({ object, identity }) => {
      if (object !== 'Plain') return;
      if (identity?.by === 'external-id' && identity.value === 'second') return used.resolve();
      await used.promise;
      world.system.faults.push({ on: 'write', error: refused(), externalId: 'first' });
    };
    const lines = [
      { id: 'E', late: 'first' },
      { id: 'E', late: 'second' },
    ];
    await world.runThrough('calls-per-item', { lines });
    expect(left()).toEqual(['E']);
  });
});
