import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestOrg } from './test-org.ts';
import type { TestOrg } from './test-org.ts';

let testOrg: TestOrg;
beforeAll(async () => {
  testOrg = await startTestOrg();
});
afterAll(() => testOrg.close());

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const { accessToken } = testOrg.connection;
  const response = await fetch(`${testOrg.system.url}/services/data/v66.0${path}`, {
    method,
    headers: { authorization: `Bearer ${String(accessToken)}`, 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

const lacking = (what: string) => [
  { message: `The stand-in does not implement ${what} here`, errorCode: 'SANDBOX_NOT_IMPLEMENTED' },
];

describe('nothing is ignored in silence', () => {
  test.each([
    ['GET', '/query?q=SELECT+Id+FROM+Account&batchSize=200', {}, 'the query parameter “batchSize”'],
    ['GET', '/query?explain=SELECT+Id+FROM+Account', {}, 'the query parameter “explain”'],
    ['GET', '/sobjects/Account/describe', { 'If-Modified-Since': 'x' }, 'the header “if-modified-since”'],
    [
      'POST',
      '/sobjects/Account',
      { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' },
      'the header “sforce-duplicate-rule-header”',
    ],
    ['POST', '/sobjects/Account?_HttpMethod=PATCH', {}, 'the query parameter “_HttpMethod”'],
    ['POST', '/composite/sobjects', {}, 'the body member “Name”'],
  ])('%s %s %j', async (method, path, headers, what) => {
    const before = testOrg.system.context.state.snapshot().collections;
    const body = method === 'POST' ? { Name: 'Silent Ltd' } : undefined;
    expect(await call(method, path, body, headers)).toEqual({ status: 501, body: lacking(what) });
    expect(testOrg.system.context.state.snapshot().collections).toEqual(before);
  });

  test('a header that changes nothing in this org is taken', async () => {
    const headers = { 'Sforce-Call-Options': 'client=n8n', 'X-PrettyPrint': '1' };
    expect((await call('GET', '/limits', undefined, headers)).status).toBe(200);
  });

  test('a part of a composite request is held to its own route', async () => {
    const path = '/services/data/v66.0/sobjects/Account?_HttpMethod=PATCH';
    const part = { method: 'POST', url: path, referenceId: 'one', body: { Name: 'Silent Ltd' } };
    expect((await call('POST', '/composite', { compositeRequest: [part] })).body).toMatchObject({
      compositeResponse: [{ httpStatusCode: 501, body: lacking('the query parameter “_HttpMethod”') }],
    });
  });
});

test('updateOnly=true changes a record and never creates one', async () => {
  const path = '/sobjects/Account/External_Id__c/update-only-1';
  expect(await call('PATCH', `${path}?updateOnly=true`, { Name: 'Nobody' })).toEqual({
    status: 404,
    body: [{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }],
  });
  expect((await call('PATCH', path, { Name: 'Somebody' })).status).toBe(201);
  expect((await call('PATCH', `${path}?updateOnly=true`, { Name: 'Somebody else' })).status).toBe(200);
  expect((await call('PATCH', `${path}?updateOnly=maybe`, { Name: 'X' })).status).toBe(400);
});

test('a deal with products keeps the currency of their price book entries', async () => {
  const found = await testOrg.connection.query(
    'SELECT Id, CurrencyIsoCode FROM Opportunity WHERE HasOpportunityLineItem = true LIMIT 1',
  );
  const deal = found.records[0];
  const other = deal?.['CurrencyIsoCode'] === 'USD' ? 'EUR' : 'USD';
  expect(await call('PATCH', `/sobjects/Opportunity/${String(deal?.Id)}`, { CurrencyIsoCode: other })).toMatchObject({
    status: 400,
    body: [{ errorCode: 'FIELD_INTEGRITY_EXCEPTION', fields: ['CurrencyIsoCode'] }],
  });
  const free = await testOrg.connection
    .sobject('Opportunity')
    .create({ Name: 'Free', StageName: 'Prospecting', CloseDate: '2026-12-31', CurrencyIsoCode: 'GBP' });
  expect((await call('PATCH', `/sobjects/Opportunity/${free.id ?? ''}`, { CurrencyIsoCode: 'USD' })).status).toBe(204);
});

test.each([
  ['Account', 'AnnualRevenue Rating AccountSource BillingLatitude BillingStateCode LastActivityDate MasterRecordId'],
  ['Contact', 'MailingStreet OtherCity Birthdate ReportsToId LeadSource IsEmailBounced LastViewedDate'],
  ['Opportunity', 'ForecastCategoryName Fiscal IsPrivate TotalOpportunityQuantity HasOpenActivity LastActivityDate'],
])('%s is described with its standard fields, which can be queried', async (object, names) => {
  const wanted = names.split(' ');
  const { fields } = await testOrg.connection.sobject(object).describe();
  const described = fields.map((field) => field.name);
  expect(wanted.filter((name) => !described.includes(name))).toEqual([]);
  const { totalSize } = await testOrg.connection.query(`SELECT ${described.join(', ')} FROM ${object} LIMIT 1`);
  expect(totalSize).toBe(1);
});
