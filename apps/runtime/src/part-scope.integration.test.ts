import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sharedValue } from '@throughline/core/db/schema/index';
import { FakeWorld, step } from '../testing/fake-world.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());
beforeEach(() => {
  world.system.records.clear();
  world.system.add('Thing', { externalId: 'big', name: 'x'.repeat(100_000), lines: [1, 2, 3] });
});

const readBig = step('read', 'big', {
  connection: 'fake',
  object: 'Thing',
  find: { by: 'external-id', value: '"big"' },
});
const save = (id: string, externalId: string) =>
  step('write', id, {
    connection: 'fake',
    object: 'Plain',
    operation: 'create',
    identity: { externalId },
    record: '{ "length": $length($steps.big.name), "of": $item.name }',
  });
const apart = { concurrency: 2, chunkSize: 1 };

/** How much the engine stores of the parts of a run, and of everything in it but the step that reads the large record. */
async function stored(runId: string) {
  const { rows } = await world.database.db.pool.query<{ parts: number; bytes: number }>(
    `select (select count(*)::int from dbos.workflow_input where workflow_uuid like $1 || '/%') as parts,
       ((select coalesce(sum(octet_length(inputs)), 0) from dbos.workflow_input where workflow_uuid like $1 || '/%')
       + (select coalesce(sum(octet_length(output)), 0) from dbos.workflow_output where workflow_uuid like $1 || '/%')
       + (select coalesce(sum(octet_length(output)), 0) from dbos.operation_outputs
          where workflow_uuid like $1 || '%' and function_name not like 'big %'))::int as bytes`,
    [runId],
  );
  const [row] = rows;
  return { parts: row?.parts, isSmall: (row?.bytes ?? Infinity) < 50_000 };
}

const written = () =>
  world.system
    .all('Plain')
    .map(({ externalId, length, of }) => ({ externalId, length, of }))
    .toSorted((left, right) => String(left.externalId).localeCompare(String(right.externalId)));

describe('what the parts of a run see', () => {
  it('is kept once for all chunks of a loop, also of a loop inside it', async () => {
    const lines = step(
      'for-each',
      'lines',
      { items: '$item.lines', ...apart },
      {
        bodies: { each: [step('write', 'save', { ...saveLine })] },
      },
    );
    const orders = step('for-each', 'orders', { items: '$trigger.orders', ...apart }, { bodies: { each: [lines] } });
    await world.flow('loops', [readBig, orders]);
    const order = (name: string) => ({ name, note: 'y'.repeat(100_000), lines: ['1', '2'].map((line) => name + line) });
    const ended = await world.runThrough('loops', { orders: ['A', 'B', 'C'].map(order) });
    expect(ended).toMatchObject({ state: 'succeeded', errorMessage: null });
    expect(written()).toEqual(
      ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'].map((externalId) => ({ externalId, length: 100_000, of: externalId })),
    );
    expect(await world.tx((tx) => tx.select().from(sharedValue))).toEqual([]);
  });

  it('is small in what the engine stores of the chunks', async () => {
    const each = [save('save', '$item.name')];
    await world.flow('chunks', [
      readBig,
      step('for-each', 'lines', { items: '$trigger.lines', ...apart }, { bodies: { each } }),
    ]);
    const lines = ['D', 'E', 'F', 'G'].map((name) => ({ name }));
    const ended = await world.runThrough('chunks', { lines });
    expect(written()).toEqual(['D', 'E', 'F', 'G'].map((name) => ({ externalId: name, length: 100_000, of: name })));
    expect(await stored(ended.id)).toEqual({ parts: 4, isSmall: true });
  });

  it('is small in what the engine stores of branches, and steps after them see what the branches did', async () => {
    const branches = {
      branches: [
        { slot: 'one', title: 'One' },
        { slot: 'two', title: 'Two' },
      ],
    };
    await world.flow('branches', [
      readBig,
      step('parallel', 'both', branches, { bodies: { one: [save('first', '"H"')], two: [save('second', '"I"')] } }),
      step('write', 'last', {
        connection: 'fake',
        object: 'Plain',
        operation: 'create',
        identity: { externalId: '"J"' },
        record: '{ "length": $length($steps.big.name), "of": $steps.first.effect & $steps.second.effect }',
      }),
    ]);
    const ended = await world.runThrough('branches');
    expect(written()).toEqual([
      { externalId: 'H', length: 100_000, of: undefined },
      { externalId: 'I', length: 100_000, of: undefined },
      { externalId: 'J', length: 100_000, of: 'createdcreated' },
    ]);
    expect(await stored(ended.id)).toEqual({ parts: 2, isSmall: true });
  });
});

const saveLine = {
  connection: 'fake',
  object: 'Plain',
  operation: 'create',
  identity: { externalId: '$item' },
  record: '{ "length": $length($steps.big.name), "of": $item }',
};
