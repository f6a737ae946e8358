import { afterAll, beforeAll, expect, test } from 'vitest';
import { SandboxClock } from '../../kit/clock.ts';
import { startTestOrg } from '../test-org.ts';
import type { TestOrg } from '../test-org.ts';

const clock = new SandboxClock();
let testOrg: TestOrg;

beforeAll(async () => {
  clock.freeze(Date.parse('2026-11-23T09:00:30Z'));
  testOrg = await startTestOrg(clock);
});
afterAll(() => testOrg.close());

test('lists what was changed and what was deleted in a span, by whole minutes', async () => {
  const accounts = testOrg.connection.sobject('Account');
  const [kept, gone] = (await accounts.create([{ Name: 'Kept' }, { Name: 'Gone' }])).map((each) => each.id ?? '');
  clock.advance(120_000);
  await accounts.destroy(gone ?? '');
  clock.advance(60_000);
  expect(await accounts.updated('2026-11-23T09:00:00Z', '2026-11-23T09:04:00Z')).toEqual({
    ids: [kept],
    latestDateCovered: '2026-11-23T09:03:00.000+0000',
  });
  expect(await accounts.updated('2026-11-23T09:01:00Z', '2026-11-23T09:02:59Z')).toEqual({
    ids: [],
    latestDateCovered: '2026-11-23T09:02:00.000+0000',
  });
  expect(await accounts.deleted('2026-11-23T09:00:00Z', '2026-11-23T09:03:00+00:00')).toEqual({
    deletedRecords: [{ id: gone, deletedDate: '2026-11-23T09:02:30.000+0000' }],
    earliestDateAvailable: '2026-11-08T09:03:00.000+0000',
    latestDateCovered: '2026-11-23T09:03:00.000+0000',
  });
});

test.each([
  ['2026-11-23T09:00:00Z', '2026-11-23T09:00:00Z', 'startDate must be before endDate'],
  ['2026-10-01T00:00:00Z', '2026-11-20T00:00:00Z', 'The date range specified must not exceed 30 days'],
])('a span from %s to %s is refused', async (start, end, message) => {
  await expect(testOrg.connection.sobject('Account').updated(start, end)).rejects.toMatchObject({
    errorCode: 'INVALID_REPLICATION_DATE',
    message,
  });
});

test('what is no longer kept is refused: changes of 30 days and deletions of 15', async () => {
  const accounts = testOrg.connection.sobject('Account');
  const refused = (days: number) => ({
    errorCode: 'INVALID_REPLICATION_DATE',
    message: `startDate must not be more than ${days} days ago`,
  });
  await expect(accounts.updated('2026-10-20T00:00:00Z', '2026-11-01T00:00:00Z')).rejects.toMatchObject(refused(30));
  await expect(accounts.deleted('2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z')).rejects.toMatchObject(refused(15));
  expect((await accounts.updated('2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z')).ids).toEqual([]);
});

test('polling by SystemModstamp and Id finds each change once', async () => {
  clock.advance(60_000);
  const since = clock.now().toISOString();
  await testOrg.connection.sobject('Opportunity').update({ Id: '006Hk000000000LIAQ', StageName: 'Closed Won' });
  const { records } = await testOrg.connection.query(
    `SELECT Id, IsWon FROM Opportunity WHERE SystemModstamp >= ${since.replace('.000', '')} ORDER BY SystemModstamp, Id`,
  );
  expect(records.map((each) => [each['Id'], each['IsWon']])).toEqual([['006Hk000000000LIAQ', true]]);
});
