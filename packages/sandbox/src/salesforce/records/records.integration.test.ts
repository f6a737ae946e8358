import { afterAll, beforeAll, expect, test } from 'vitest';
import { SandboxClock } from '../../kit/clock.ts';
import { startTestOrg } from '../test-org.ts';
import type { TestOrg } from '../test-org.ts';

const clock = new SandboxClock();
let testOrg: TestOrg;

beforeAll(async () => {
  clock.freeze(Date.parse('2026-11-23T09:00:00.400Z'));
  testOrg = await startTestOrg(clock);
});
afterAll(() => testOrg.close());

type Body = Record<string, unknown>;

const create = async (type: string, body: Body): Promise<string> => {
  const { id } = await testOrg.connection.sobject(type).create(body);
  return id ?? '';
};

const read = async (type: string, id: string, ...fields: string[]): Promise<Body> => {
  const { attributes: _, ...values } = await testOrg.connection.sobject(type).retrieve(id, { fields });
  return values;
};

const firstId = async (soql: string): Promise<string> =>
  String((await testOrg.connection.query(soql)).records[0]?.['Id']);

test('a record is created with its defaults, changed, and deleted; audit instants follow the clock to the second', async () => {
  const id = await create('Account', { Name: 'New Client Ltd', BillingCountryCode: 'GB', NumberOfEmployees: '12' });
  expect(id).toMatch(/^001Hk\w{13}$/);
  const audit = ['CreatedDate', 'LastModifiedDate', 'SystemModstamp'];
  expect(
    await read('Account', id, 'Id', 'Name', 'NumberOfEmployees', 'CurrencyIsoCode', 'OwnerId', 'IsDeleted', ...audit),
  ).toEqual({
    Id: id,
    Name: 'New Client Ltd',
    NumberOfEmployees: 12,
    CurrencyIsoCode: 'GBP',
    OwnerId: '005Hk0000000001IAA',
    IsDeleted: false,
    CreatedDate: '2026-11-23T09:00:00.000+0000',
    LastModifiedDate: '2026-11-23T09:00:00.000+0000',
    SystemModstamp: '2026-11-23T09:00:00.000+0000',
  });
  clock.advance(90_000);
  await testOrg.connection.sobject('Account').update({ Id: id, Phone: '+44 555 0100' });
  expect(await read('Account', id, 'Phone', ...audit)).toEqual({
    Phone: '+44 555 0100',
    CreatedDate: '2026-11-23T09:00:00.000+0000',
    LastModifiedDate: '2026-11-23T09:01:30.000+0000',
    SystemModstamp: '2026-11-23T09:01:30.000+0000',
  });
  await testOrg.connection.sobject('Account').destroy(id);
  await expect(read('Account', id, 'Name')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  await expect(testOrg.connection.sobject('Account').update({ Id: id, Name: 'x' })).rejects.toMatchObject({
    errorCode: 'ENTITY_IS_DELETED',
    message: 'entity is deleted',
  });
});

test('closing an opportunity derives the fields that depend on the stage', async () => {
  const id = await firstId(
    "SELECT Id FROM Opportunity WHERE StageName = 'Negotiation' AND Name LIKE 'Brackenridge Group%' ORDER BY Id LIMIT 1",
  );
  const fields = ['StageName', 'IsClosed', 'IsWon', 'Probability', 'ForecastCategory', 'ExpectedRevenue', 'Amount'];
  const before = await read('Opportunity', id, ...fields);
  await testOrg.connection.sobject('Opportunity').update({ Id: id, StageName: 'Closed Won' });
  expect([before, await read('Opportunity', id, ...fields)]).toEqual([
    {
      StageName: 'Negotiation',
      IsClosed: false,
      IsWon: false,
      Probability: 80,
      ForecastCategory: 'Forecast',
      ExpectedRevenue: 122_240,
      Amount: 152_800,
    },
    {
      StageName: 'Closed Won',
      IsClosed: true,
      IsWon: true,
      Probability: 100,
      ForecastCategory: 'Closed',
      ExpectedRevenue: 152_800,
      Amount: 152_800,
    },
  ]);
});

test('lines take product and price list from their entry and add up to the amount', async () => {
  const accountId = await firstId("SELECT Id FROM Account WHERE Name = 'Bergquell Privatbank AG'");
  const deal = {
    Name: 'Lines',
    AccountId: accountId,
    StageName: 'Proposal',
    CloseDate: '2026-12-31',
    CurrencyIsoCode: 'CHF',
    Amount: 1,
  };
  const id = await create('Opportunity', deal);
  const entry = await firstId(
    "SELECT Id FROM PricebookEntry WHERE ProductCode = 'ROLE-ARCHITECT' AND CurrencyIsoCode = 'CHF'",
  );
  const line = await create('OpportunityLineItem', {
    OpportunityId: id,
    PricebookEntryId: entry,
    Quantity: 10.5,
    UnitPrice: 300,
    Phase__c: 'Design',
  });
  const fields = ['Name', 'ProductCode', 'Role_Code__c', 'ListPrice', 'UnitPrice', 'TotalPrice', 'CurrencyIsoCode'];
  expect(await read('OpportunityLineItem', line, ...fields)).toEqual({
    Name: 'Lines Solution Architect',
    ProductCode: 'ROLE-ARCHITECT',
    Role_Code__c: 'ARCHITECT',
    ListPrice: 310,
    UnitPrice: 300,
    TotalPrice: 3150,
    CurrencyIsoCode: 'CHF',
  });
  await create('OpportunityLineItem', { OpportunityId: id, PricebookEntryId: entry, Quantity: 3, TotalPrice: 100 });
  await testOrg.connection.sobject('Opportunity').update({ Id: id, Amount: 7 });
  const sums = ['Amount', 'HasOpportunityLineItem'];
  expect(await read('Opportunity', id, ...sums)).toEqual({ Amount: 3250, HasOpportunityLineItem: true });
  await testOrg.connection.sobject('OpportunityLineItem').destroy(line);
  expect(await read('Opportunity', id, ...sums)).toEqual({ Amount: 100, HasOpportunityLineItem: true });
});

test('a parent can be named by its external id', async () => {
  await create('Account', { Name: 'Keyed', External_Id__c: 'key-1' });
  const id = await create('Contact', { LastName: 'Doe', FirstName: 'Jo', Account: { External_Id__c: 'KEY-1' } });
  expect(await read('Contact', id, 'Name', 'Account.Name')).toEqual({
    Name: 'Jo Doe',
    Account: { attributes: expect.anything() as unknown, Name: 'Keyed' },
  });
});

test('upsert creates, then updates, and refuses a field that is not an external id', async () => {
  const accounts = testOrg.connection.sobject('Account');
  const first = await accounts.upsert({ External_Id__c: 'crm 4711', Name: 'Upserted' }, 'External_Id__c');
  const second = await accounts.upsert({ External_Id__c: 'CRM 4711', Name: 'Changed' }, 'External_Id__c');
  expect([first, second]).toEqual([
    { id: first.id, success: true, errors: [], created: true },
    { id: first.id, success: true, errors: [], created: false },
  ]);
  expect(await read('Account', first.id ?? '', 'Name', 'External_Id__c')).toEqual({
    Name: 'Changed',
    External_Id__c: 'crm 4711',
  });
  await expect(accounts.upsert({ VAT_Number__c: 'GB1', Name: 'x' }, 'VAT_Number__c')).rejects.toMatchObject({
    errorCode: 'NOT_FOUND',
    message: 'Provided external ID field does not exist or is not accessible: VAT_Number__c',
  });
});

test('deleting an account also deletes its contacts and deals, but a won deal protects its account', async () => {
  const { connection } = testOrg;
  const accountId = await create('Account', { Name: 'Family' });
  const contactId = await create('Contact', { LastName: 'Child', AccountId: accountId });
  const dealId = await create('Opportunity', {
    Name: 'Deal',
    AccountId: accountId,
    StageName: 'Closed Won',
    CloseDate: '2026-11-01',
  });
  await expect(connection.sobject('Account').destroy(accountId)).rejects.toMatchObject({ errorCode: 'DELETE_FAILED' });
  await connection.sobject('Opportunity').update({ Id: dealId, StageName: 'Closed Lost' });
  await connection.sobject('Account').destroy(accountId);
  await expect(read('Contact', contactId, 'Id')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  await expect(read('Opportunity', dealId, 'Id')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
});

const DEAL = { Name: 'Deal', StageName: 'Proposal', CloseDate: '2026-12-31' };

test.each([
  ['Account', {}, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [Name]', ['Name']],
  [
    'Opportunity',
    { Name: 'x' },
    'REQUIRED_FIELD_MISSING',
    'Required fields are missing: [StageName, CloseDate]',
    ['StageName', 'CloseDate'],
  ],
  ['Account', { Name: 'x', Foo: 1 }, 'INVALID_FIELD', "No such column 'Foo' on sobject of type Account", undefined],
  [
    'Account',
    { Name: 'x', AccountNumber: 'n'.repeat(41) },
    'STRING_TOO_LONG',
    `Account Number: data value too large: ${'n'.repeat(41)} (max length=40)`,
    ['AccountNumber'],
  ],
  [
    'Opportunity',
    { ...DEAL, Billing_Terms__c: 'Net 90' },
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    'Billing Terms: bad value for restricted picklist field: Net 90',
    ['Billing_Terms__c'],
  ],
  [
    'Opportunity',
    { ...DEAL, CloseDate: '2026-02-30' },
    'JSON_PARSER_ERROR',
    expect.stringContaining('Cannot deserialize instance of date from VALUE_STRING value 2026-02-30'),
    undefined,
  ],
  [
    'Opportunity',
    { ...DEAL, Amount: 'lots' },
    'JSON_PARSER_ERROR',
    expect.stringContaining('Cannot deserialize instance of double'),
    undefined,
  ],
  [
    'Opportunity',
    { ...DEAL, Amount: 1e17 },
    'NUMBER_OUTSIDE_VALID_RANGE',
    'Amount: value outside of valid range on numeric field: 100000000000000000',
    ['Amount'],
  ],
  [
    'Opportunity',
    { ...DEAL, AccountId: 'nonsense' },
    'MALFORMED_ID',
    'Account ID: id value of incorrect type: nonsense',
    ['AccountId'],
  ],
  [
    'Opportunity',
    { ...DEAL, AccountId: '006Hk0000000001IAA' },
    'MALFORMED_ID',
    'Account ID: id value of incorrect type: 006Hk0000000001IAA',
    ['AccountId'],
  ],
  [
    'Opportunity',
    { ...DEAL, AccountId: '001Hk0000009999IAA' },
    'INVALID_CROSS_REFERENCE_KEY',
    'invalid cross reference id',
    ['AccountId'],
  ],
  [
    'Opportunity',
    { ...DEAL, IsWon: true },
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    expect.stringContaining('Unable to create/update fields: IsWon.'),
    ['IsWon'],
  ],
  [
    'Opportunity',
    { ...DEAL, Project_Start__c: '2027-02-01', Project_End__c: '2027-01-01' },
    'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    'The project end must not be before the project start.',
    ['Project_End__c'],
  ],
  [
    'Contact',
    { LastName: 'x', Email: 'nope' },
    'INVALID_EMAIL_ADDRESS',
    'Email: invalid email address: nope',
    ['Email'],
  ],
  [
    'Contact',
    { LastName: 'x', Account: { External_Id__c: 'nope' } },
    'INVALID_FIELD',
    'Foreign key external ID: nope not found for field External_Id__c in entity Account',
    undefined,
  ],
  [
    'User',
    { LastName: 'x' },
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    'entity type User does not support create, update or delete',
    [],
  ],
  [
    'OpportunityLineItem',
    { Quantity: 1 },
    'REQUIRED_FIELD_MISSING',
    'Required fields are missing: [PricebookEntryId]',
    ['PricebookEntryId'],
  ],
])('creating %s %j is refused as %s', async (type, body, errorCode, message, fields) => {
  await expect(testOrg.connection.sobject(type).create(body as Body)).rejects.toMatchObject({
    errorCode,
    data: { errorCode, message, ...(fields !== undefined && { fields }) },
  });
});

test('a second record with the same unique external id is DUPLICATE_VALUE and names the first', async () => {
  const id = await create('Account', { Name: 'First', External_Id__c: 'unique-1' });
  await expect(create('Account', { Name: 'Second', External_Id__c: 'Unique-1' })).rejects.toMatchObject({
    errorCode: 'DUPLICATE_VALUE',
    message: `duplicate value found: External_Id__c duplicates value on record with id: ${id}`,
  });
});

test('with the duplicate rule on, an account with a known tax number is DUPLICATES_DETECTED', async () => {
  const rule = async (accountDuplicateRule: number): Promise<void> => {
    const body = JSON.stringify({ accountDuplicateRule });
    await fetch(`${testOrg.system.url}/__control/settings`, { method: 'PUT', body });
  };
  const body = { Name: 'Somebody else', VAT_Number__c: 'gb214587301' };
  await rule(1);
  await expect(create('Account', body)).rejects.toMatchObject({
    errorCode: 'DUPLICATES_DETECTED',
    message: 'Use one of these records?',
  });
  const { accessToken } = testOrg.connection;
  const response = await fetch(`${testOrg.system.url}/services/data/v66.0/sobjects/Account`, {
    method: 'POST',
    headers: { authorization: `Bearer ${String(accessToken)}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const record = { Id: expect.stringMatching(/^001/) as unknown, attributes: { type: 'Account' } };
  expect(await response.json()).toMatchObject([
    { duplicateResut: { matchResults: [{ matchRecords: [{ record }] }] }, errorCode: 'DUPLICATES_DETECTED' },
  ]);
  await rule(0);
  expect(await create('Account', body)).toMatch(/^001/);
});

test('an account cannot become its own ancestor', async () => {
  const parent = await create('Account', { Name: 'Parent' });
  const child = await create('Account', { Name: 'Child', ParentId: parent });
  await expect(testOrg.connection.sobject('Account').update({ Id: parent, ParentId: child })).rejects.toMatchObject({
    errorCode: 'CIRCULAR_DEPENDENCY',
  });
});

test('a refused write leaves no trace', async () => {
  const before = testOrg.system.context.state.snapshot().collections;
  await expect(create('Opportunity', { ...DEAL, AccountId: '001Hk0000009999IAA' })).rejects.toThrow(
    'invalid cross reference id',
  );
  expect(testOrg.system.context.state.snapshot().collections).toEqual(before);
});

test('a missing record is NOT_FOUND or INVALID_CROSS_REFERENCE_KEY', async () => {
  const { connection } = testOrg;
  await expect(read('Account', '001Hk0000009999IAA', 'Id')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  await expect(connection.sobject('Nope').create({})).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
  await expect(connection.sobject('Account').update({ Id: '001Hk0000009999IAA', Name: 'x' })).rejects.toMatchObject({
    errorCode: 'INVALID_CROSS_REFERENCE_KEY',
  });
});
