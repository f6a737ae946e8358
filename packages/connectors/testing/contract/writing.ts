import { expect, it } from 'vitest';
import type { WriteRequest } from '@throughline/core/connector';
import type { ContractFixture } from '../contract-fixture.ts';
import type { ContractWorld } from '../contract-world.ts';
import { summary } from './expect-error.ts';

const identity = { by: 'external-id', value: 'C-1' } as const;

export function upsertOf(fixture: ContractFixture, key: string, name: string): WriteRequest {
  return {
    object: fixture.object,
    operation: 'upsert',
    identity: { by: 'external-id', value: key },
    record: fixture.record(name),
  };
}

export function writingContract(fixture: ContractFixture, world: () => ContractWorld): void {
  batches(fixture, world);
  refusals(fixture, world);
  const { object } = fixture;

  it('holds one record, the later one, after writing the same key twice', async () => {
    const { session, control } = world();
    const [created] = await session.write([upsertOf(fixture, 'C-1', 'First')]);
    const [updated] = await session.write([upsertOf(fixture, 'C-1', 'Second')]);
    const id = created?.isOk === true ? created.id : '';
    expect([created, updated]).toEqual([
      { isOk: true, id: expect.stringMatching(/.+/), effect: 'created' },
      { isOk: true, id, effect: 'updated' },
    ]);
    expect(await fixture.count(control, 'C-1')).toBe(1);
    const record = await session.read({ object, identity });
    expect(record?.[fixture.nameField]).toBe(fixture.record('Second')[fixture.nameField]);
  });

  it('creates once per key: a repeated create changes nothing', async () => {
    const { session, control } = world();
    const request: WriteRequest = { object, operation: 'create', identity, record: fixture.record('First') };
    const [first] = await session.write([request]);
    const [second] = await session.write([{ ...request, record: fixture.record('Second') }]);
    const id = first?.isOk === true ? first.id : '';
    expect([first, second]).toEqual([
      { isOk: true, id: expect.stringMatching(/.+/), effect: 'created' },
      { isOk: true, id, effect: 'unchanged' },
    ]);
    expect(await fixture.count(control, 'C-1')).toBe(1);
  });

  it('updates by id and by key, deletes once, and finds nothing to update afterwards', async () => {
    const { session, control } = world();
    const [created] = await session.write([upsertOf(fixture, 'C-1', 'First')]);
    const id = created?.isOk === true ? created.id : '';
    const change = { [fixture.nameField]: fixture.record('Changed')[fixture.nameField] };
    const outcomes = [
      ...(await session.write([{ object, operation: 'update', identity: { by: 'id', id }, record: change }])),
      ...(await session.write([{ object, operation: 'update', identity, record: change }])),
      ...(await session.write([{ object, operation: 'delete', identity: { by: 'id', id } }])),
      ...(await session.write([{ object, operation: 'delete', identity: { by: 'id', id } }])),
    ];
    expect(outcomes).toEqual([
      { isOk: true, id, effect: 'updated' },
      { isOk: true, id, effect: 'updated' },
      { isOk: true, id, effect: 'deleted' },
      { isOk: true, id, effect: 'unchanged' },
    ]);
    const [late] = await session.write([{ object, operation: 'update', identity, record: change }]);
    expect(late?.isOk === false && late.error.class).toBe('not-found');
    expect(await fixture.count(control, 'C-1')).toBe(0);
  });
}

function batches(fixture: ContractFixture, world: () => ContractWorld): void {
  const { object } = fixture;
  it('returns an outcome for every record of a batch, in order', async () => {
    const { session, control } = world();
    const outcomes = await session.write([
      upsertOf(fixture, 'C-1', 'First'),
      { ...upsertOf(fixture, 'C-2', 'Second'), record: { ...fixture.record('Second'), ...fixture.refused.record } },
      upsertOf(fixture, 'C-3', 'Third'),
      { object, operation: 'update', identity: { by: 'external-id', value: 'C-9' }, record: fixture.record('Nobody') },
    ]);
    expect(outcomes.map((each) => (each.isOk ? each.effect : summary(each.error)))).toEqual([
      'created',
      { class: 'validation', fields: fixture.refused.fields, isOutcomeUnknown: false },
      'created',
      { class: 'not-found', fields: [], isOutcomeUnknown: false },
    ]);
    expect(await fixture.count(control, 'C-2')).toBe(0);
  });

  it('keeps the last record when a batch contains a key twice', async () => {
    const { session, control } = world();
    await session.write([upsertOf(fixture, 'C-1', 'First'), upsertOf(fixture, 'C-1', 'Second')]);
    expect(await fixture.count(control, 'C-1')).toBe(1);
    const record = await session.read({ object, identity });
    expect(record?.[fixture.nameField]).toBe(fixture.record('Second')[fixture.nameField]);
  });

  it.runIf(fixture.hasBatches)('keeps the good records of a batch when the vendor refuses others', async () => {
    const { session, control } = world();
    await control.fault({ kind: 'partial-batch', indexes: [1] });
    const outcomes = await session.write(['1', '2', '3'].map((n) => upsertOf(fixture, `C-${n}`, n)));
    expect(outcomes.map((each) => (each.isOk ? each.effect : summary(each.error)))).toEqual([
      'created',
      { class: 'lock', fields: [], isOutcomeUnknown: false },
      'created',
    ]);
    expect(await Promise.all(['C-1', 'C-2', 'C-3'].map((key) => fixture.count(control, key)))).toEqual([1, 0, 1]);
  });
}

function refusals(fixture: ContractFixture, world: () => ContractWorld): void {
  const { object } = fixture;
  it.each(['..', '../..', '1/../2', ' '])('never lets the id %j change the request’s path', async (id) => {
    const { session, control } = world();
    const since = await control.lastSeq();
    const [outcome] = await session.write([{ object, operation: 'delete', identity: { by: 'id', id } }]);
    expect(outcome?.isOk).toBe(false);
    const paths = (await control.requests(since)).map(({ method, path }) => [method, path]);
    expect(paths.filter(([method, path]) => method === 'DELETE' && path?.includes('ids=') === false)).toEqual([]);
  });

  it('refuses a read-only field and a missing required one before anything is sent', async () => {
    const { session, control } = world();
    const { schema, identity: own, write } = fixture.connector.manifest.objects[object] ?? {};
    await session.describe(object);
    const since = await control.lastSeq();
    const [readOnly] = await session.write([
      { object, operation: 'update', identity: { by: 'id', id: '1' }, record: { [own?.field ?? '']: '1' } },
    ]);
    const [missing] = await session.write([{ object, operation: 'create', record: {} }]);
    expect(readOnly?.isOk === false && [readOnly.error.class, ...readOnly.error.fields]).toEqual([
      'validation',
      own?.field,
    ]);
    expect(missing?.isOk === false && [missing.error.class, ...missing.error.fields]).toEqual([
      'validation',
      ...(write?.requiredOnCreate ?? []),
    ]);
    expect(schema?.properties?.[own?.field ?? '']?.readOnly).toBe(true);
    expect(await control.requests(since)).toEqual([]);
  });
}
