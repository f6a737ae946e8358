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
  const started = await startRuntimeProcess({
    DATABASE_URL: world.database.url,
    THROUGHLINE_SECRET_KEY: secretKey,
    // It may drain for longer than a test may take: only a runtime that has nothing to wait for ends in time.
    THROUGHLINE_DRAIN_MS: '600000',
  });
  const runs = await Promise.all(world.deals.slice(0, 2).map((Id) => world.start('closed-won-handoff', { Id })));
  const ended = await Promise.all(runs.map((id) => world.ended(id)));
  expect(ended.map(({ state }) => state)).toEqual(['succeeded', 'succeeded']);
  // Its connection stays open afterwards, as the connection of whoever watches over a worker does.
  expect((await fetch(`${started.url}/health`)).status).toBe(200);
  expect(await started.stop('SIGTERM')).toBe(0);
  expect(started.output()).toBe('');
  expect(await world.database.db.login.select({ state: worker.state }).from(worker)).toEqual([{ state: 'stopped' }]);
});
