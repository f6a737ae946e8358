import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestOrg } from '../test-org.ts';
import type { TestOrg } from '../test-org.ts';

let testOrg: TestOrg;

beforeAll(async () => {
  testOrg = await startTestOrg();
});
afterAll(() => testOrg.close());
beforeEach(() => testOrg.system.context.ledger.clear());

const accounts = () => testOrg.connection.sobject('Account');

const named = async (like: string): Promise<unknown[]> => {
  const { records } = await testOrg.connection.query(
    `SELECT Name FROM Account WHERE Name LIKE '${like}' ORDER BY Name`,
  );
  return records.map((each) => each['Name']);
};

const missing = {
  success: false,
  errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [Name]', fields: ['Name'] }],
};
const saved = (more: object = {}): object => ({
  id: expect.stringMatching(/^001Hk\w{13}$/) as string,
  success: true,
  errors: [],
  ...more,
});
const rolledBack = {
  success: false,
  errors: [
    {
      statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
      fields: [],
    },
  ],
};

test('creates many in one request, each with its own outcome', async () => {
  expect(await accounts().create([{ Name: 'C1 a' }, { Phone: '1' }, { Name: 'C1 b' }])).toEqual([
    saved(),
    missing,
    saved(),
  ]);
  expect(await named('C1 %')).toEqual(['C1 a', 'C1 b']);
  expect(testOrg.system.context.ledger.requests().map((each) => each.method)).toEqual(['POST', 'GET']);
});

test('all or none keeps nothing when one fails', async () => {
  expect(await accounts().create([{ Name: 'C2 a' }, {}], { allOrNone: true })).toEqual([rolledBack, missing]);
  expect([await named('C2 %'), testOrg.system.context.ledger.effects()]).toEqual([[], []]);
});

test('updates, retrieves and deletes by id', async () => {
  const made = await accounts().create([{ Name: 'C3 a' }, { Name: 'C3 b' }]);
  const [a = '', b = ''] = made.map((each) => each.id);
  const unknown = '001Hk0000009999IAA';
  const invalid = {
    success: false,
    errors: [{ statusCode: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id', fields: [] }],
  };
  expect(
    await accounts().update([
      { Id: a, Name: 'C3 changed' },
      { Id: unknown, Name: 'x' },
    ]),
  ).toEqual([saved({ id: a }), invalid]);
  const retrieved = await testOrg.connection.requestGet(`/composite/sobjects/Account?ids=${a},${unknown}&fields=Name`);
  expect(retrieved).toEqual([
    { attributes: { type: 'Account', url: `/services/data/v66.0/sobjects/Account/${a}` }, Name: 'C3 changed' },
    null,
  ]);
  expect(
    await testOrg.connection.requestPost('/composite/sobjects/Account', { ids: [b], fields: ['Name', 'IsDeleted'] }),
  ).toEqual([expect.objectContaining({ Name: 'C3 b', IsDeleted: false })]);
  expect(await accounts().destroy([a, unknown, b])).toEqual([saved({ id: a }), invalid, saved({ id: b })]);
  expect(await named('C3 %')).toEqual([]);
});

test('upserts many by external id', async () => {
  const records = [
    { External_Id__c: 'u-1', Name: 'C4 a' },
    { External_Id__c: 'u-2', Name: 'C4 b' },
  ];
  expect(await accounts().upsert(records, 'External_Id__c')).toEqual([
    saved({ created: true }),
    saved({ created: true }),
  ]);
  const changed = [{ ...records[0], Name: 'C4 changed' }, { External_Id__c: 'u-3' }];
  expect(await accounts().upsert(changed, 'External_Id__c')).toEqual([saved({ created: false }), missing]);
  expect(await named('C4 %')).toEqual(['C4 b', 'C4 changed']);
});

test('a planned partial failure fails its positions with the lock error, and the others are saved', async () => {
  await testOrg.fault({ kind: 'partial-batch', match: { path: '*/composite/sobjects*' }, indexes: [1] });
  const locked = {
    success: false,
    errors: [
      {
        statusCode: 'UNABLE_TO_LOCK_ROW',
        message: 'unable to obtain exclusive access to this record or 1 records',
        fields: [],
      },
    ],
  };
  expect(await accounts().create([{ Name: 'C5 a' }, { Name: 'C5 b' }, { Name: 'C5 c' }])).toEqual([
    saved(),
    locked,
    saved(),
  ]);
  expect(await named('C5 %')).toEqual(['C5 a', 'C5 c']);
});

test('201 records in one request are refused', async () => {
  const records = Array.from({ length: 201 }, (_, n) => ({ attributes: { type: 'Account' }, Name: `C6 ${n}` }));
  await expect(testOrg.connection.requestPost('/composite/sobjects', { records })).rejects.toMatchObject({
    errorCode: 'INVALID_INPUT',
  });
});
