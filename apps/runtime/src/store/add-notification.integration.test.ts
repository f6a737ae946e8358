import { afterAll, beforeAll, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { acrossOrganisations, withOrganisation, type OrganisationTx } from '@throughline/core/db';
import { notification, run } from '@throughline/core/db/schema/index';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { sql } from 'drizzle-orm';
import { addNotification } from './add-notification.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const inside = <Result>(work: (tx: OrganisationTx) => Promise<Result>): Promise<Result> =>
  withOrganisation(own.db, own.organisationId, work);

/** How many transactions wait for a lock that another one holds. */
const waiting = async (): Promise<number> => {
  const { rows } = await acrossOrganisations(own.db, (tx) =>
    tx.execute<{ count: number }>(sql`
      select count(*)::int as count from pg_locks
      where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`),
  );
  return rows[0]?.count ?? 0;
};

it('of two replays that say the same at the same time, one says it', async () => {
  const environmentId = own.environmentIds.test;
  const frame = { environmentId, definitionId: v7(), pins: {}, source: 'replay', trigger: {} } as const;
  const [first, one, other] = [v7(), v7(), v7()];
  await inside((tx) =>
    tx.insert(run).values([
      { ...frame, id: first },
      { ...frame, id: one, replayOfRunId: first },
      { ...frame, id: other, replayOfRunId: first },
    ]),
  );
  const message = { environmentId, path: 'tell', recipient: 'operator', subject: 'Done', body: 'T-1' };
  const said = Promise.withResolvers<void>();
  const commit = Promise.withResolvers<void>();
  const earlier = inside(async (tx) => {
    const id = await addNotification(tx, { ...message, runId: one });
    said.resolve();
    await commit.promise;
    return id;
  });
  await said.promise;
  const later = inside((tx) => addNotification(tx, { ...message, runId: other }));
  await expect.poll(waiting).toBe(1);
  commit.resolve();
  expect(await later).toBe(await earlier);
  expect(await inside((tx) => tx.$count(notification))).toBe(1);
});
