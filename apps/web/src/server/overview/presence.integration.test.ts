import { afterAll, beforeAll, expect, it } from 'vitest';
import { withOrganisation } from '@throughline/core/db';
import { keepUnclaimed } from '@throughline/core/db/events/keep-unclaimed';
import { connection } from '@throughline/core/db/schema/connection';
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
    unclaimedEvents: 0,
  });
  await withOrganisation(own.db, own.organisationId, (tx) =>
    insertRun(tx, own.environmentIds.test, { state: 'running' }),
  );
  const { presence, stuck } = await caller().overview.figures({ environment: 'test' });
  expect(presence).toEqual({ connections: 0, liveFlows: 0, hasArrived: true, unclaimedEvents: 0 });
  // A record whose run has not ended was not delivered yet.
  expect(stuck).toEqual({ openExceptions: 0, unownedExceptions: 0, slowRuns: 0, runsUnderWay: 1 });
  expect((await caller().overview.presence({ environment: 'production' })).hasArrived).toBe(false);
});

it('an event that no live flow listened to has not arrived, and is counted', async () => {
  const environmentId = own.environmentIds.production;
  await withOrganisation(own.db, own.organisationId, async (tx) => {
    const [made] = await tx
      .insert(connection)
      .values({
        environmentId,
        key: 'crm',
        name: 'CRM',
        system: 'salesforce',
        settings: {},
        authMethod: 'none',
        secretCiphertext: '',
        secretKeyId: '',
        secretFields: [],
      })
      .returning({ id: connection.id });
    await keepUnclaimed(tx, {
      environmentId,
      connectionId: made?.id ?? '',
      dedupeKey: 'Opportunity:006:1',
      record: { object: 'Opportunity', recordId: '006', version: '1', change: 'updated', sent: null },
      occurredAt: new Date('2026-11-30T09:00:00Z'),
    });
  });
  expect(await caller().overview.presence({ environment: 'production' })).toEqual({
    connections: 1,
    liveFlows: 0,
    hasArrived: false,
    unclaimedEvents: 1,
  });
});
