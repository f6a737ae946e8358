import { afterAll, beforeAll, expect, test } from 'vitest';
import { SandboxClock } from '../../kit/clock.ts';
import { startTestOrg } from '../test-org.ts';
import type { TestOrg } from '../test-org.ts';

const clock = new SandboxClock();
let testOrg: TestOrg;

beforeAll(async () => {
  clock.freeze(Date.parse('2026-11-23T09:00:00Z'));
  testOrg = await startTestOrg(clock);
});
afterAll(() => testOrg.close());

const ACCOUNT = '/services/data/v66.0/sobjects/Account/001Hk0000000001IAA';

async function call(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Response> {
  const authorization = `Bearer ${String(testOrg.connection.accessToken)}`;
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  return await fetch(testOrg.system.url + path, {
    method,
    headers: { authorization, ...type, ...headers },
    ...(body !== undefined && { body }),
  });
}

const refusal = async (response: Response): Promise<unknown[]> => [response.status, await response.json()];

test('every answer counts against the daily allocation and says so', async () => {
  const usage = async (): Promise<string | null> =>
    (await call('GET', '/services/data/v66.0/limits')).headers.get('sforce-limit-info');
  const [, first] = /^api-usage=(\d+)\/100000$/.exec((await usage()) ?? '') ?? [];
  expect(await usage()).toBe(`api-usage=${Number(first) + 1}/100000`);
  expect((await testOrg.connection.limits())['DailyApiRequests']).toEqual({
    Max: 100_000,
    Remaining: 100_000 - Number(first) - 2,
  });
  expect(testOrg.connection.limitInfo).toEqual({ apiUsage: { used: Number(first) + 2, limit: 100_000 } });
});

test('a used-up allocation is REQUEST_LIMIT_EXCEEDED until the next day', async () => {
  const settings = async (dailyApiRequests: number): Promise<void> => {
    await fetch(`${testOrg.system.url}/__control/settings`, {
      method: 'PUT',
      body: JSON.stringify({ dailyApiRequests }),
    });
  };
  await settings(1);
  expect(await refusal(await call('GET', ACCOUNT))).toEqual([
    403,
    [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }],
  ]);
  await expect(testOrg.connection.query('SELECT Id FROM Account')).rejects.toMatchObject({
    errorCode: 'REQUEST_LIMIT_EXCEEDED',
  });
  await settings(100_000);
  expect((await call('GET', ACCOUNT)).status).toBe(200);
});

test('entity tags guard an account, dates guard any record', async () => {
  const first = await call('GET', ACCOUNT);
  const etag = first.headers.get('etag') ?? '';
  expect(first.headers.get('last-modified')).toMatch(/GMT$/);
  expect((await call('GET', ACCOUNT, { 'if-none-match': etag })).status).toBe(304);
  clock.advance(5000);
  expect((await call('PATCH', ACCOUNT, { 'if-match': etag }, '{"Fax":"1"}')).status).toBe(204);
  expect(await refusal(await call('PATCH', ACCOUNT, { 'if-match': etag }, '{"Fax":"2"}'))).toEqual([
    412,
    [
      {
        message: 'The precondition of the If-Match header does not hold for the record',
        errorCode: 'PRECONDITION_FAILED',
      },
    ],
  ]);
  const earlier = new Date(clock.nowMs() - 1000).toUTCString();
  expect((await call('PATCH', ACCOUNT, { 'if-unmodified-since': earlier }, '{"Fax":"2"}')).status).toBe(412);
  expect(
    (await call('PATCH', ACCOUNT, { 'if-unmodified-since': clock.now().toUTCString() }, '{"Fax":"2"}')).status,
  ).toBe(204);
  expect((await call('PATCH', ACCOUNT, { 'if-unmodified-since': 'soon' }, '{"Fax":"2"}')).status).toBe(400);
  expect((await call('GET', ACCOUNT, { 'if-modified-since': clock.now().toUTCString() })).status).toBe(304);
});

test('a body that is not JSON, is missing or has another type is refused', async () => {
  const path = '/services/data/v66.0/sobjects/Account';
  const codes = await Promise.all(
    [
      call('POST', path, {}, '{"Name":'),
      call('POST', path),
      call('POST', path, { 'content-type': 'text/xml' }, '<a/>'),
    ].map(async (request) => {
      const response = await request;
      return [response.status, ((await response.json()) as { errorCode: string }[])[0]?.errorCode];
    }),
  );
  expect(codes).toEqual([
    [400, 'JSON_PARSER_ERROR'],
    [400, 'JSON_PARSER_ERROR'],
    [415, 'UNSUPPORTED_MEDIA_TYPE'],
  ]);
});

test('an Id in the body and a URI that is too long are refused', async () => {
  const withId = await call(
    'POST',
    '/services/data/v66.0/sobjects/Account',
    {},
    '{"Name":"x","Id":"001Hk0000000001IAA"}',
  );
  expect(await refusal(withId)).toEqual([
    400,
    [{ message: 'The Id field should not be specified in the sobject data.', errorCode: 'INVALID_FIELD' }],
  ]);
  const long = await call('GET', `/services/data/v66.0/query?q=${'x'.repeat(16_384)}`);
  const nearly = await call('GET', `/services/data/v66.0/query?q=${'x'.repeat(16_300)}`);
  expect([long.status, nearly.status]).toEqual([414, 431]);
});

test('a relationship leads to the parent or to the children', async () => {
  const deal = '/services/data/v66.0/sobjects/Opportunity/006Hk000000000LIAQ';
  const attributes = expect.anything() as unknown;
  const read = async (path: string): Promise<unknown[]> => await refusal(await call('GET', deal + path));
  expect(await read('/Account?fields=Name')).toEqual([200, { attributes, Name: 'Thornbury Water Services' }]);
  expect(await read('/OpportunityLineItems?fields=ProductCode,Quantity')).toEqual([
    200,
    {
      totalSize: 2,
      done: true,
      records: [
        { attributes, ProductCode: 'RET-MONTH', Quantity: 12 },
        { attributes, ProductCode: 'ROLE-SENIOR', Quantity: 60 },
      ],
    },
  ]);
  expect((await read('/Nope'))[0]).toBe(404);
});

test('faults take the vendor’s error shape, and jsforce maps them', async () => {
  const query = { match: { path: '/services/data/*/query*' } };
  const count = () => testOrg.connection.query('SELECT COUNT() FROM Account');
  await testOrg.fault({ kind: 'lock', ...query });
  await expect(count()).rejects.toMatchObject({ errorCode: 'UNABLE_TO_LOCK_ROW' });
  await testOrg.fault({ kind: 'throttle', ...query });
  await expect(count()).rejects.toMatchObject({ errorCode: 'REQUEST_LIMIT_EXCEEDED' });
  await testOrg.fault({ kind: 'throttle', retryAfterSeconds: 3, ...query });
  await testOrg.fault({ kind: 'server-error', ...query });
  const throttled = await call('GET', '/services/data/v66.0/query?q=x');
  expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([403, '3']);
  expect(await refusal(await call('GET', '/services/data/v66.0/query?q=x'))).toEqual([
    503,
    [{ message: 'The server is temporarily unavailable', errorCode: 'SERVER_UNAVAILABLE' }],
  ]);
});

test('a creation whose answer is lost is found by its external id, exactly once', async () => {
  await testOrg.fault({ kind: 'timeout-after-commit', match: { method: 'PATCH' } });
  const body = '{"Name":"Lost and found"}';
  const path = '/services/data/v66.0/sobjects/Account/External_Id__c/lost-1';
  await expect(call('PATCH', path, {}, body)).rejects.toThrow('fetch failed');
  const again = await call('PATCH', path, {}, body);
  expect([again.status, await again.json()]).toEqual([200, expect.objectContaining({ created: false })]);
  const effects = testOrg.system.context.ledger.effects({ collection: 'Account', kind: 'created' });
  expect(effects).toHaveLength(1);
});
