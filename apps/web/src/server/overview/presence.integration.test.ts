import { afterAll, beforeAll, expect, it } from 'vitest';
import { withOrganisation } from '@throughline/core/db';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';
import { insertRun } from '../../../testing/insert-run.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

const caller = () => callerFor(own, 'user-ben', ['approver']);

it('an environment where nothing is live says so instead of claiming that every record was delivered', async () => {
  expect(await caller().overview.presence({ environment: 'production' })).toEqual({
    connections: 0,
    liveFlows: 0,
    hasArrived: false,
  });
  await withOrganisation(own.db, own.organisationId, (tx) =>
    insertRun(tx, own.environmentIds.test, { state: 'running' }),
  );
  const { presence, stuck } = await caller().overview.figures({ environment: 'test' });
  expect(presence).toEqual({ connections: 0, liveFlows: 0, hasArrived: true });
  // A record whose run has not ended is not delivered yet.
  expect(stuck).toEqual({ openExceptions: 0, unownedExceptions: 0, slowRuns: 0, runsUnderWay: 1 });
  expect((await caller().overview.presence({ environment: 'production' })).hasArrived).toBe(false);
});
