import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acrossOrganisations } from '@throughline/core/db';
import { worker } from '@throughline/core/db/schema/operation';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { readHealth } from './read-health.ts';

let database: TestDatabase;
let sandbox: Server;
let sandboxUrl: string;

beforeAll(async () => {
  database = await createTestDatabase();
  sandbox = createServer((_request, response) => response.end(JSON.stringify({ system: 'salesforce' })));
  await new Promise<void>((resolve) => {
    sandbox.listen(0, '127.0.0.1', resolve);
  });
  sandboxUrl = `http://127.0.0.1:${(sandbox.address() as AddressInfo).port}`;
});
afterAll(async () => {
  sandbox?.close();
  await database?.close();
});

const addWorker = (id: string, state: 'running' | 'stopped', leaseMs: number) =>
  acrossOrganisations(database.db, (tx) =>
    tx
      .insert(worker)
      .values({ id, host: 'here', pid: 1, version: '1', state, leaseUntil: new Date(Date.now() + leaseMs) }),
  );

test('it is down without a living worker, up with one, and down again without its sandbox', async () => {
  await addWorker('stopped', 'stopped', 60_000);
  await addWorker('dead', 'running', -60_000);
  const answering = { name: 'database', isUp: true, detail: expect.stringMatching(/^answers in \d+ ms$/) as unknown };
  expect(await readHealth(database.db, [])).toEqual({
    isUp: false,
    database: answering,
    workers: { name: 'workers', isUp: false, detail: '0 running' },
    sandbox: [],
  });

  await addWorker('alive', 'running', 60_000);
  const workers = { name: 'workers', isUp: true, detail: '1 running' };
  const up = await readHealth(database.db, [sandboxUrl]);
  expect({ ...up, sandbox: up.sandbox.map(({ isUp }) => isUp) }).toEqual({
    isUp: true,
    database: answering,
    workers,
    sandbox: [true],
  });

  const gone = await readHealth(database.db, ['http://127.0.0.1:9']);
  expect({ ...gone, sandbox: gone.sandbox.map(({ isUp }) => isUp) }).toEqual({
    isUp: false,
    database: answering,
    workers,
    sandbox: [false],
  });
});
