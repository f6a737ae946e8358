import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestOrg } from '../test-org.ts';
import type { TestOrg } from '../test-org.ts';

let testOrg: TestOrg;

beforeAll(async () => {
  testOrg = await startTestOrg();
});
afterAll(() => testOrg.close());

const small = { headers: { 'Sforce-Query-Options': 'batchSize=200' } };
const LINES = 'SELECT Id FROM OpportunityLineItem ORDER BY Id';

test('jsforce walks the pages by hand and by autoFetch, and sees each record exactly once', async () => {
  const { connection } = testOrg;
  const first = await connection.query(LINES, small);
  expect([first.totalSize, first.done, first.records.length]).toEqual([239, false, 200]);
  const second = await connection.queryMore(first.nextRecordsUrl ?? '');
  expect([second.totalSize, second.done, second.records.length, second.nextRecordsUrl]).toEqual([
    239,
    true,
    39,
    undefined,
  ]);
  const all = await connection.query(LINES, { ...small, autoFetch: true, maxFetch: 1000 });
  expect(all.records.map((each) => each['Id'])).toEqual(
    [...first.records, ...second.records].map((each) => each['Id']),
  );
  expect(new Set(all.records.map((each) => each['Id'])).size).toBe(239);
});

test('a batch size below 200 is raised to 200', async () => {
  const page = await testOrg.connection.query(LINES, { headers: { 'Sforce-Query-Options': 'batchSize=5' } });
  expect(page.records).toHaveLength(200);
});

test('an unknown locator is refused', async () => {
  await expect(testOrg.connection.queryMore('/services/data/v66.0/query/01gHk0000009999AAA-200')).rejects.toMatchObject(
    {
      errorCode: 'INVALID_QUERY_LOCATOR',
    },
  );
});

test('parents and children are nested in the answer', async () => {
  const { records } = await testOrg.connection.query(
    "SELECT Name, Account.Legal_Entity__c, Owner.Email, (SELECT ProductCode, Quantity, UnitPrice, TotalPrice FROM OpportunityLineItems ORDER BY SortOrder) FROM Opportunity WHERE Name LIKE 'Thornbury%retainer'",
  );
  const attributes = expect.anything() as unknown;
  expect(records).toEqual([
    {
      attributes,
      Name: 'Thornbury Water Services - CFO advisory retainer',
      Account: { attributes, Legal_Entity__c: 'HP-UK' },
      Owner: { attributes, Email: 'rajan.mehta@haldenpike.example' },
      OpportunityLineItems: {
        totalSize: 2,
        done: true,
        records: [
          { attributes, ProductCode: 'RET-MONTH', Quantity: 12, UnitPrice: 15_650, TotalPrice: 187_800 },
          { attributes, ProductCode: 'ROLE-SENIOR', Quantity: 60, UnitPrice: 245, TotalPrice: 14_700 },
        ],
      },
    },
  ]);
});

test('jsforce builds queries of its own: find with conditions, sort, limit and included children', async () => {
  const found = await testOrg.connection
    .sobject('Opportunity')
    .find({ IsClosed: false, Amount: { $gte: 250_000 }, 'Account.Legal_Entity__c': 'HP-DE' }, 'Name, Amount')
    .sort({ Amount: -1 })
    .limit(2);
  expect(found.map(({ Name, Amount }) => [Name, Amount])).toEqual([
    ['Rheinwerk Maschinenbau AG - Integration and order-to-cash build', 390_880],
    ['Alpenglas Werke AG - Integration and order-to-cash build', 299_750],
  ]);
});

test('queryAll sees deleted records, query does not', async () => {
  const { connection } = testOrg;
  const { id } = await connection.sobject('Account').create({ Name: 'Short-lived' });
  await connection.sobject('Account').destroy(id ?? '');
  const soql = "SELECT Id, IsDeleted FROM Account WHERE Name = 'Short-lived'";
  const [seen, all] = [await connection.query(soql), await connection.query(soql, { scanAll: true })];
  expect([seen.totalSize, all.records.map((each) => each['IsDeleted'])]).toEqual([0, [true]]);
});

test.each([
  ['SELEC Id FROM Account', 'MALFORMED_QUERY', "unexpected token: 'SELEC'"],
  ['SELECT Nope FROM Account', 'INVALID_FIELD', "No such column 'Nope' on entity 'Account'."],
  ['SELECT Id FROM Nope', 'INVALID_TYPE', "sObject type 'Nope' is not supported."],
  ['SELECT FIELDS(STANDARD) FROM Account', 'MALFORMED_QUERY', 'not supported by the sandbox'],
])('jsforce maps the refusal of "%s" to %s', async (soql, errorCode, message) => {
  await expect(testOrg.connection.query(soql)).rejects.toMatchObject({
    errorCode,
    message: expect.stringContaining(message) as string,
    data: { errorCode, message: expect.any(String) as string },
  });
});
