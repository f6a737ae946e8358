import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../testing/db/test-database.ts';
import { withOrganisation } from '../client.ts';
import { engineRequest } from '../schema/index.ts';
import { requestConnectionTest } from './engine-request.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own?.close());

test('an organisation waits for eight answers of the runtime at most', async () => {
  const { db, organisationId, environmentIds } = own;
  const environmentId = environmentIds.test;
  const ask = () =>
    requestConnectionTest(
      db,
      { organisationId, environmentId, requestedBy: 'user-ana', timeoutMs: 1 },
      crypto.randomUUID(),
    ).catch((error: { code: string }) => error.code);
  const waiting = { environmentId, kind: 'test-connection', input: {} } as const;
  await withOrganisation(db, organisationId, (tx) =>
    tx.insert(engineRequest).values(Array.from({ length: 7 }, () => waiting)),
  );
  // There is no runtime here, so requests that are accepted time out, and stay waiting for it.
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(answers.map(String).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'REQUEST_TIMED_OUT',
    'TOO_BUSY',
    'TOO_BUSY',
  ]);
});
