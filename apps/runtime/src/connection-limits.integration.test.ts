import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectorRegistry } from '@throughline/connectors/registry';
import { startRuntimeProcess, type RuntimeProcess } from '../testing/runtime-process.ts';
import { SharedRecords } from '../testing/shared-records.ts';

let world: SharedRecords;
let workers: RuntimeProcess[] = [];

beforeAll(async () => {
  world = await SharedRecords.open();
  await world.clientFlow('one');
  const env = {
    DATABASE_URL: world.database.url,
    THROUGHLINE_SECRET_KEY: world.keys.secretKey,
    // The limit keeps one of them from taking everything.
    THROUGHLINE_WORKER_CONCURRENCY: '8',
  };
  workers = await Promise.all([startRuntimeProcess(env), startRuntimeProcess(env)]);
});
afterAll(async () => {
  await Promise.all(workers.map((each) => each.stop('SIGKILL')));
  await world?.close();
});

describe('two processes with one connection', () => {
  it('together have no more requests under way than the system allows', async () => {
    const { concurrency } = connectorRegistry.kantata.manifest.limits;
    const { faults, ledger } = world.sandbox.kantata.context;
    const delayMs = 300;
    faults.add({ kind: 'slow', delayMs, count: 1000, match: { path: '*' } });
    const ids = await Promise.all(
      Array.from({ length: 16 }, (_, at) => world.start('one', { customer: `C-${at}`, name: `Quay ${at}` })),
    );
    const ended = await Promise.all(ids.map((id) => world.ended(id)));
    expect(ended.map(({ state }) => state)).toEqual(ids.map(() => 'succeeded'));
    expect(new Set(ended.map(({ workerId }) => workerId)).size).toBe(2);
    // Each request takes `delayMs` minus at most one tick of a timer, so requests that began within that time were
    // under way together.
    const starts = ledger.requests().map(({ at }) => Date.parse(at));
    const together = starts.map((from) => starts.filter((start) => start >= from && start < from + delayMs - 5).length);
    expect(Math.max(...together)).toBeLessThanOrEqual(concurrency);
  });
});
