import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openNetSuite } from '../../testing/netsuite/open-netsuite.ts';
import type { OpenNetSuite } from '../../testing/netsuite/open-netsuite.ts';

let netsuite: OpenNetSuite;
beforeEach(async () => {
  netsuite = await openNetSuite();
});
afterEach(async () => await netsuite.close());

const invalid = (parameter: string, detail: string) => ({
  status: 400,
  body: { 'o:errorDetails': [{ detail, 'o:errorQueryParam': parameter, 'o:errorCode': 'INVALID_PARAMETER' }] },
});
const lacking = (detail: string) => ({
  status: 501,
  body: { 'o:errorDetails': [{ detail, 'o:errorCode': 'SANDBOX_NOT_IMPLEMENTED' }] },
});

describe('the list filter refuses values that its operator cannot compare with', () => {
  test.each([
    ['lastModifiedDate ON_OR_AFTER "yesterday-ish"', 'yesterday-ish'],
    ['lastModifiedDate BEFORE "11/24/2026"', '11/24/2026'],
  ])('%s, in words that clients look for', async (q, date) => {
    expect(await netsuite.call('GET', `record/v1/customer?q=${encodeURIComponent(q)}`)).toMatchObject(
      invalid('q', `Invalid query filter. Unparseable date: "${date}"`),
    );
  });

  test.each([
    ['creditLimit GREATER lots', 'creditLimit', 'lots', 'GREATER'],
    ['companyName IS', 'companyName', '', 'IS'],
  ])('%s', async (q, field, value, operator) => {
    const answer = await netsuite.call('GET', `record/v1/customer?q=${encodeURIComponent(q)}`);
    const detail = expect.stringContaining(
      `it compares '${field}' with ${JSON.stringify(value)}, which ${operator} does not take`,
    );
    expect(answer).toMatchObject(invalid('q', detail as unknown as string));
  });
});

describe('parameters', () => {
  test.each([
    ['GET', 'record/v1/customer?limt=5', 'limt', /Invalid query parameter name: limt\. .* q, limit, offset\./],
    ['GET', 'record/v1/customer/5008?fields=nosuch', 'fields', /Invalid value 'nosuch'/],
    ['GET', 'record/v1/customer/5008?expandSubResources=yes', 'expandSubResources', /Use true or false/],
  ])('%s %s is refused as NetSuite refuses it', async (method, path, parameter, detail) => {
    expect(await netsuite.call(method, path)).toMatchObject(
      invalid(parameter, expect.stringMatching(detail) as unknown as string),
    );
  });

  test.each([
    ['GET', 'record/v1/customer?expandRecords=true', {}, 'the query parameter “expandRecords”'],
    ['PATCH', 'record/v1/customer/5008?replaceSelectedFields=true', {}, 'the query parameter “replaceSelectedFields”'],
    ['GET', 'async/v1/job/1', { Prefer: 'respond-async' }, 'the header “prefer”'],
  ])('%s %s is refused because the stand-in lacks it', async (method, path, headers, what) => {
    const body = method === 'PATCH' ? {} : undefined;
    expect(await netsuite.call(method, path, body, headers)).toMatchObject(
      lacking(`The stand-in does not implement ${what} here.`),
    );
  });

  test('checks of values that a header turns off are refused, because the stand-in always does them', async () => {
    const headers = { 'X-NetSuite-PropertyValueValidation': 'Ignore' };
    expect(await netsuite.call('PATCH', 'record/v1/customer/5008', { phone: '1' }, headers)).toMatchObject(
      lacking("The stand-in does not implement 'X-NetSuite-PropertyValueValidation: Ignore'."),
    );
  });
});

test('a form that is asked for creates nothing', async () => {
  const before = netsuite.system.context.state.snapshot().collections;
  const accept = { Accept: 'application/vnd.oracle.resource+json; type=create-form' };
  const body = { companyName: 'Formal Ltd', subsidiary: { id: '2' } };
  expect(await netsuite.call('POST', 'record/v1/customer', body, accept)).toMatchObject(
    lacking("The stand-in does not implement the media type 'create-form'."),
  );
  expect(netsuite.system.context.state.snapshot().collections).toEqual(before);
});

test('a collection that is posted without Prefer: respond-async is refused and creates nothing', async () => {
  const before = netsuite.system.context.state.snapshot().collections;
  const headers = { 'Content-Type': 'application/vnd.oracle.resource+json; type=collection' };
  const answer = await netsuite.call('POST', 'record/v1/customer', { items: [] }, headers);
  expect(answer).toMatchObject({ status: 400, body: { 'o:errorDetails': [{ 'o:errorHeader': 'Prefer' }] } });
  expect(netsuite.system.context.state.snapshot().collections).toEqual(before);
});
