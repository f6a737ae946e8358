import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectorRegistry } from '@throughline/connectors/registry';
import type { RunningRuntime } from './start-runtime.ts';
import { startInProcess } from '../testing/in-process-runtime.ts';
import { allWell, SharedRecords } from '../testing/shared-records.ts';

let world: SharedRecords;
let runtime: RunningRuntime;

beforeAll(async () => {
  world = await SharedRecords.open();
  await world.clientFlow('one');
  await world.clientFlow('other');
  const { keyRing } = world.keys;
  runtime = await startInProcess({ databaseUrl: world.database.url, keyRing, connectors: connectorRegistry });
});
afterAll(async () => {
  await runtime?.stop();
  await world?.close();
});
beforeEach(() => world.reset());
afterEach(() => world.sandbox.kantata.context.faults.clear());

const runAll = async (starts: readonly Promise<string>[]) => {
  const ids = await Promise.all(starts);
  return Promise.all(ids.map((id) => world.ended(id)));
};
const closeDeals = (count: number) =>
  runAll(world.deals.slice(0, count).map((Id) => world.start('closed-won-handoff', { Id })));

describe('deals of one account that close at once', () => {
  it.each([20, 65, 110, 155, 183].map((delayMs, at) => [at + 1, delayMs]))(
    'two deals make one client and one customer (round %i, slow by %i ms)',
    async (_round, delayMs) => {
      world.slowCreations(delayMs);
      await closeDeals(2);
      expect(await world.tally()).toEqual(allWell(2, { clients: 1, customers: 1 }));
    },
  );

  it('eight deals make one client and one customer', async () => {
    world.slowCreations(100);
    await closeDeals(8);
    expect(await world.tally()).toEqual(allWell(8, { clients: 1, customers: 1 }));
  });
});

describe('one record from two flows', () => {
  it.each(Array.from({ length: 20 }, (_, at) => [at + 1, 20 + ((at * 37) % 180)]))(
    'is made once (round %i, slow by %i ms)',
    async (_round, delayMs) => {
      world.slowCreations(delayMs);
      const customer = 'C-1';
      await runAll(['one', 'other', 'one', 'other'].map((flow) => world.start(flow, { customer, name: 'Quay Ltd' })));
      expect(await world.tally()).toEqual(allWell(4, { clients: 1, customers: 0 }));
    },
  );
});

describe('a creation cut off before its effect', () => {
  it.each([100, 300])('is not repeated while it may still take effect (after %i ms)', async (delayMs) => {
    const { faults, ledger } = world.sandbox.kantata.context;
    faults.add({ kind: 'timeout-after-commit', delayMs, match: { method: 'POST', path: '*groups*' } });
    await runAll([world.start('one', { customer: 'C-1', name: 'Quay Ltd' })]);
    expect(await world.tally()).toEqual(allWell(1, { clients: 1, customers: 0 }));
    const creations = ledger.requests().filter(({ method, path }) => method === 'POST' && path.includes('groups'));
    expect(creations).toHaveLength(1);
  });
});

describe('one record known by different keys', () => {
  beforeAll(() =>
    world.clientFlow('by-name', {
      match: [{ by: 'external-id' }, { by: 'field', field: 'name', value: '$trigger.name' }],
    }),
  );

  it('is made once where a field shows that it is the same', async () => {
    world.slowCreations(120);
    await runAll(['A', 'B', 'C'].map((customer) => world.start('by-name', { customer, name: 'Quay Ltd' })));
    expect(await world.tally()).toEqual(allWell(3, { clients: 1, customers: 0 }));
  });
});
