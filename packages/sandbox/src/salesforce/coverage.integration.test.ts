import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { declaredRoutes, registeredRoutes } from '../kit/coverage.ts';
import type { SandboxEnv } from '../kit/system.ts';
import { coverage } from './coverage.ts';
import { salesforce } from './salesforce-system.ts';
import { startTestOrg } from './test-org.ts';
import type { TestOrg } from './test-org.ts';

let testOrg: TestOrg;

beforeAll(async () => {
  testOrg = await startTestOrg();
});
afterAll(() => testOrg.close());

test('the routes declared as implemented are exactly those registered', () => {
  const app = new Hono<SandboxEnv>();
  salesforce.routes(app, testOrg.system.context);
  expect(declaredRoutes(coverage, 'implemented')).toEqual(registeredRoutes(app));
});

test('every route declared as not implemented refuses loudly', async () => {
  const missing = coverage.filter((entry) => entry.status === 'not-implemented');
  const answers = await Promise.all(
    missing.map(async ({ method, path }) => {
      const url = path.replace(':version', 'v66.0').replaceAll(/:\w+|\*/g, 'x');
      const response = await fetch(testOrg.system.url + url, { method });
      return [url, response.status, ((await response.json()) as { errorCode: string }[])[0]?.errorCode];
    }),
  );
  expect(answers).toEqual(
    missing.map(({ path }) => [
      path.replace(':version', 'v66.0').replaceAll(/:\w+|\*/g, 'x'),
      501,
      'SANDBOX_NOT_IMPLEMENTED',
    ]),
  );
});

test('a method that a resource does not have is METHOD_NOT_ALLOWED and names those it has', async () => {
  const answers = await Promise.all(
    [
      ['PUT', '/sobjects/Account/001Hk0000000001IAA'],
      ['DELETE', '/query'],
    ].map(async ([method = '', path = '']) => {
      const response = await fetch(`${testOrg.system.url}/services/data/v66.0${path}`, { method });
      return [response.status, response.headers.get('allow'), await response.json()];
    }),
  );
  const refusal = (method: string, allowed: string): unknown[] => [
    405,
    allowed,
    [{ message: `HTTP Method '${method}' not allowed. Allowed are ${allowed}`, errorCode: 'METHOD_NOT_ALLOWED' }],
  ];
  expect(answers).toEqual([refusal('PUT', 'DELETE,GET,PATCH'), refusal('DELETE', 'GET')]);
});

test('an unknown path is NOT_FOUND in the array shape, and so is an unknown version', async () => {
  const { accessToken } = testOrg.connection;
  const headers = { authorization: `Bearer ${String(accessToken)}` };
  const answers = await Promise.all(
    ['/services/data/v66.0/nothing', '/services/data/v67.0/limits', '/services/data/latest/limits', '/elsewhere'].map(
      async (path) => {
        const response = await fetch(testOrg.system.url + path, { headers });
        return [response.status, await response.json()];
      },
    ),
  );
  const expected = [404, [{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }]];
  expect(answers).toEqual([expected, expected, expected, expected]);
});
