import { afterAll, beforeAll, expect, it } from 'vitest';
import { worker } from '@throughline/core/db/schema/index';
import { startRuntimeProcess } from '../testing/runtime-process.ts';
import { SharedRecords } from '../testing/shared-records.ts';

let world: SharedRecords;
beforeAll(async () => {
  world = await SharedRecords.open();
});
afterAll(() => world?.close());

it('starts without a warning, and stops at once when idle, also after it worked', async () => {
  const { secretKey } = world.keys;
  const started = await startRuntimeProcess({ DATABASE_URL: world.database.url, THROUGHLINE_SECRET_KEY: secretKey });
  const runs = await Promise.all(world.deals.slice(0, 2).map((Id) => world.start('closed-won-handoff', { Id })));
  const ended = await Promise.all(runs.map((id) => world.ended(id, 40_000)));
  expect(ended.map(({ state }) => state)).toEqual(['succeeded', 'succeeded']);
  // Its connection stays open behind this, as that of whoever watches over a worker does.
  expect((await fetch(`${started.url}/health`)).status).toBe(200);
  const askedMs = performance.now();
  expect(await started.stop('SIGTERM')).toBe(0);
  // Draining may take 20 s; a loaded machine takes some of it to end a process.
  expect(performance.now() - askedMs).toBeLessThan(10_000);
  expect(started.output()).toBe('');
  expect(await world.database.db.login.select({ state: worker.state }).from(worker)).toEqual([{ state: 'stopped' }]);
});
