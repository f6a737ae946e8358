import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { sql } from 'drizzle-orm';
import { worker } from '@throughline/core/db/schema/index';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { declareDead, registerWorker } from './store/worker-lease.ts';
import { sweep } from './worker/sweeper.ts';
import { WorkerLease } from './worker/worker-lease.ts';

/* Two containers often have the same host name and the same process id, 1 for example. */

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.close());
beforeEach(() => database.db.pool.query('truncate worker'));

const log = pino({ level: 'silent' });
const leaseMs = 600_000;

async function register(identity: { readonly id?: string; readonly pid?: number } = {}): Promise<string> {
  const id = identity.id ?? randomUUID();
  const pid = identity.pid ?? process.pid;
  await registerWorker(database.db, { id, host: hostname(), pid, version: 'x' }, leaseMs);
  return id;
}

const leaseOf = (workerId: string): WorkerLease =>
  new WorkerLease({
    db: database.db,
    workerId,
    leaseMs,
    monotonicMs: () => performance.now(),
    log,
    onFenced: () => {
      throw new Error('It was fenced.');
    },
  });

const states = async () =>
  Object.fromEntries((await database.db.login.select().from(worker)).map(({ id, state }) => [id, state]));

it('never declares a worker dead because of its host name and process id', async () => {
  const twins = [await register(), await register()];
  // This one runs in another container, where process ids are others.
  const elsewhere = await register({ pid: 4_000_000 });
  for (const id of twins) await sweep({ db: database.db, lease: leaseOf(id), log, now: Date.now });
  for (const id of twins) await leaseOf(id).renew();
  expect(await states()).toEqual({ [twins[0] ?? '']: 'running', [twins[1] ?? '']: 'running', [elsewhere]: 'running' });
});

it('declares a worker dead whose lease has passed', async () => {
  const [dead, alive] = [await register(), await register()];
  await database.db.login.execute(sql`update worker set lease_until = now() - interval '1 second' where id = ${dead}`);
  await sweep({ db: database.db, lease: leaseOf(alive), log, now: Date.now });
  expect(await states()).toEqual({ [dead]: 'dead', [alive]: 'running' });
});

it('declares a worker dead at once when the supervisor that started it saw it end', async () => {
  const [ended, alive] = [await register(), await register()];
  expect(await declareDead(database.db, randomUUID(), [ended])).toEqual([ended]);
  expect(await states()).toEqual({ [ended]: 'dead', [alive]: 'running' });
});

it('refuses an identity that was used before', async () => {
  const id = await register();
  await expect(register({ id })).rejects.toThrow(
    `The worker id ${id} was used before. Do not set THROUGHLINE_WORKER_ID: each start makes its own.`,
  );
});
