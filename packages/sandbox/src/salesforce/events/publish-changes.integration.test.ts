import { afterAll, beforeAll, expect, test } from 'vitest';
import { SandboxClock } from '../../kit/clock.ts';
import { signWebhook } from '../../kit/webhook/sign.ts';
import { startReceiver } from '../../kit/webhook/test-receiver.ts';
import { org } from '../org.ts';
import { startTestOrg } from '../test-org.ts';
import type { TestOrg } from '../test-org.ts';

const clock = new SandboxClock();
let testOrg: TestOrg;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

beforeAll(async () => {
  clock.freeze(Date.parse('2026-11-23T09:00:00.250Z'));
  testOrg = await startTestOrg(clock);
  receiver = await startReceiver();
  const body = JSON.stringify({ url: receiver.url, secret: org.webhookSecret, events: ['Opportunity.*', 'Account.*'] });
  expect((await fetch(`${testOrg.system.url}/__control/subscriptions`, { method: 'POST', body })).status).toBe(201);
});
afterAll(async () => {
  await testOrg.close();
  await receiver.close();
});

const eventId = expect.stringMatching(/^[\da-f-]{36}$/) as string;

async function nextEvents(count: number, cause: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const before = receiver.received.length;
  await cause();
  const received = await receiver.until(before + count);
  return received.slice(before).map((each) => JSON.parse(each.body) as Record<string, unknown>);
}

test('closing a deal sends a signed notice of what changed', async () => {
  const events = await nextEvents(1, () =>
    testOrg.connection.sobject('Opportunity').update({ Id: '006Hk000000000LIAQ', StageName: 'Closed Won' }),
  );
  expect(events).toEqual([
    {
      eventId,
      replayId: 1,
      object: 'Opportunity',
      recordId: '006Hk000000000LIAQ',
      changeType: 'UPDATE',
      changedFields: [
        'StageName',
        'Probability',
        'ExpectedRevenue',
        'IsClosed',
        'IsWon',
        'ForecastCategory',
        'ForecastCategoryName',
        'LastModifiedDate',
      ],
      commitTimestamp: '2026-11-23T09:00:00.250Z',
      changes: {
        StageName: 'Closed Won',
        Probability: 100,
        ExpectedRevenue: 202_500,
        IsClosed: true,
        IsWon: true,
        ForecastCategory: 'Closed',
        ForecastCategoryName: 'Closed',
        LastModifiedDate: '2026-11-23T09:00:00.000+0000',
      },
    },
  ]);
  const { headers, body } = receiver.received[0] ?? { headers: { 'webhook-timestamp': '' }, body: '' };
  const timestampSeconds = Number(headers['webhook-timestamp']);
  const signature = signWebhook({
    id: String(events[0]?.['eventId']),
    timestampSeconds,
    body,
    secret: org.webhookSecret,
  });
  expect(headers).toEqual(expect.objectContaining(signature));
});

test('one request sends one event per record, even when lines change its deal several times', async () => {
  const [account, deal] = ['001Hk0000000001IAA', '006Hk000000000LIAQ'];
  const entry = String(
    (
      await testOrg.connection.query(
        "SELECT Id FROM PricebookEntry WHERE ProductCode = 'ROLE-PM' AND CurrencyIsoCode = 'GBP'",
      )
    ).records[0]?.['Id'],
  );
  const line = {
    attributes: { type: 'OpportunityLineItem' },
    OpportunityId: deal,
    PricebookEntryId: entry,
    Quantity: 1,
    UnitPrice: 10,
  };
  const records = [{ attributes: { type: 'Account' }, Name: 'Told' }, line, line];
  const events = await nextEvents(2, () => testOrg.connection.requestPost('/composite/sobjects', { records }));
  expect(events.map(({ object, changeType, changedFields }) => [object, changeType, changedFields])).toEqual([
    [
      'Account',
      'CREATE',
      ['IsDeleted', 'Name', 'OwnerId', 'CurrencyIsoCode', 'CreatedDate', 'CreatedById', 'LastModifiedDate'].toSorted(
        byFieldOrder,
      ),
    ],
    ['Opportunity', 'UPDATE', ['Amount', 'ExpectedRevenue', 'TotalOpportunityQuantity', 'LastModifiedDate']],
  ]);
  const deletions = await nextEvents(1, () =>
    testOrg.connection.sobject('Account').update({ Id: account, Phone: '+44 555 0199' }),
  );
  expect(deletions.map(({ object, recordId, changedFields }) => [object, recordId, changedFields])).toEqual([
    ['Account', account, ['Phone', 'LastModifiedDate']],
  ]);
});

const FIELD_ORDER = [
  'Name',
  'OwnerId',
  'CurrencyIsoCode',
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
];
const byFieldOrder = (left: string, right: string): number => FIELD_ORDER.indexOf(left) - FIELD_ORDER.indexOf(right);

test('a deletion carries no values, and a refused change sends nothing', async () => {
  const { id = '' } = await testOrg.connection.sobject('Account').create({ Name: 'Brief' });
  await receiver.until(5);
  await expect(testOrg.connection.sobject('Account').update({ Id: id, Name: '' })).rejects.toMatchObject({
    errorCode: 'REQUIRED_FIELD_MISSING',
  });
  const events = await nextEvents(1, () => testOrg.connection.sobject('Account').destroy(id));
  expect(events).toEqual([
    {
      eventId,
      replayId: 6,
      object: 'Account',
      recordId: id,
      changeType: 'DELETE',
      changedFields: ['IsDeleted', 'LastModifiedDate'],
      commitTimestamp: '2026-11-23T09:00:00.250Z',
      changes: {},
    },
  ]);
});
