import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectionPlace } from '@throughline/core/db/schema/index';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { registerWorker, setWorkerState } from '../store/worker-lease.ts';
import { waitUntil } from '../../testing/wait-until.ts';
import { sharedLimits } from './shared-limits.ts';

let database: TestDatabase;
let connectionId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  for (const id of ['one', 'two']) {
    await registerWorker(database.db, { id, host: 'test', pid: 1, version: 'test' }, 60_000);
  }
});
afterAll(() => database?.close());
beforeEach(() => {
  connectionId = crypto.randomUUID();
});

const forever = new AbortController().signal;
const limitsOf = (workerId: string) =>
  sharedLimits({ db: database.db, connectionId, workerId, log: pino({ level: 'silent' }), random: () => 0.5 });
const places = () => database.db.login.select({ workerId: connectionPlace.workerId }).from(connectionPlace);

/**
 * Sends `count` requests from each of two workers, each lasting `durationMs`. Returns when each began, and the most
 * that were under way at once.
 */
async function load(
  limits: { readonly concurrency: number; readonly requestsPerSecond: number },
  { count, durationMs }: { readonly count: number; readonly durationMs: number },
) {
  const begunMs = performance.now();
  const starts: number[] = [];
  const byWorker: Record<string, number> = {};
  let running = 0;
  let most = 0;
  const request = async (name: string, shared: ReturnType<typeof limitsOf>): Promise<void> => {
    const leave = await shared.enter(limits, forever);
    starts.push(performance.now());
    byWorker[name] = (byWorker[name] ?? 0) + 1;
    running += 1;
    most = Math.max(most, running);
    await delay(durationMs);
    running -= 1;
    leave();
  };
  const workers = ['one', 'two'].map((name) => ({ name, shared: limitsOf(name) }));
  await Promise.all(
    Array.from({ length: count }, () => workers.map(({ name, shared }) => request(name, shared))).flat(),
  );
  return { durationMs: Math.max(...starts) - begunMs, byWorker, most };
}

describe('two workers with one connection', () => {
  it('together have no more requests under way than the limit, and both get their share', async () => {
    const { most, byWorker } = await load({ concurrency: 3, requestsPerSecond: 1000 }, { count: 20, durationMs: 20 });
    expect({ most, byWorker }).toEqual({ most: 3, byWorker: { one: 20, two: 20 } });
    await waitUntil('The places to be free', async () => ((await places()).length === 0 ? true : undefined));
  });

  it('keep the pace together after one burst of a second', async () => {
    const { durationMs } = await load({ concurrency: 50, requestsPerSecond: 20 }, { count: 25, durationMs: 1 });
    // Fifty requests: twenty at once, thirty at an even pace of 50 ms, with a millisecond of rounding each. A slow
    // machine only takes longer.
    expect(durationMs).toBeGreaterThan(1400);
  });

  it('both keep a pause that the vendor asked one of them for', async () => {
    const [one, two] = [limitsOf('one'), limitsOf('two')];
    const limits = { concurrency: 5, requestsPerSecond: 100 };
    (await one.enter(limits, forever))();
    const startedMs = performance.now();
    one.pause(400);
    await waitUntil('The pause', async () => {
      const { rows } = await database.db.pool.query(
        "select 1 from connection_pace where connection_id = $1 and due_at > clock_timestamp() + interval '1 second'",
        [connectionId],
      );
      return rows.length > 0 ? true : undefined;
    });
    (await two.enter(limits, forever))();
    expect(performance.now() - startedMs).toBeGreaterThan(395);
  });
});

describe('a place', () => {
  const single = { concurrency: 1, requestsPerSecond: 1000 };

  it('the place the place of a worker that ended is free again again', async () => {
    await registerWorker(database.db, { id: 'gone', host: 'test', pid: 2, version: 'test' }, 60_000);
    await limitsOf('gone').enter(single, forever);
    const waiting = limitsOf('one').enter(single, forever);
    await setWorkerState(database.db, 'gone', 'stopped');
    (await waiting)();
  });

  it('a caller who gave up waiting takes no place', async () => {
    const leave = await limitsOf('one').enter(single, forever);
    const giveUp = new AbortController();
    const waiting = limitsOf('two').enter(single, giveUp.signal);
    giveUp.abort(new Error('Enough.'));
    await expect(waiting).rejects.toThrow();
    leave();
    (await limitsOf('two').enter(single, forever))();
    await waitUntil('The places to be free', async () => ((await places()).length === 0 ? true : undefined));
  });
});
