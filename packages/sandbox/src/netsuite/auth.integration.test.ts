import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answered, clientFor, openNetSuite } from '../../testing/netsuite/open-netsuite.ts';
import type { OpenNetSuite } from '../../testing/netsuite/open-netsuite.ts';

let netsuite: OpenNetSuite;
beforeEach(async () => {
  netsuite = await openNetSuite();
});
afterEach(async () => await netsuite.close());

const INVALID_LOGIN = {
  type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.2',
  title: 'Unauthorized',
  status: 401,
  'o:errorDetails': [
    {
      detail:
        'Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI at Setup > Users/Roles > User Management > View Login Audit Trail.',
      'o:errorCode': 'INVALID_LOGIN',
    },
  ],
};

describe('token-based authentication, signed by netsuite-rest', () => {
  test('signed calls with and without a query are let in', async () => {
    expect((await netsuite.call('GET', 'record/v1/term')).status).toBe(200);
    expect((await netsuite.call('GET', 'record/v1/term?limit=1&q=name IS "Net 30"')).status).toBe(200);
  });

  test('the probe of the client, OPTIONS on any path, is answered without content', async () => {
    expect((await netsuite.call('OPTIONS', '*')).status).toBe(204);
    const client = clientFor(netsuite.system.url, { token_secret: 'wrong' });
    expect((await answered(client.request({ path: '*', method: 'OPTIONS' }))).status).toBe(401);
  });

  test.each([
    ['a wrong secret', { token_secret: 'wrong' }, 'signature_invalid'],
    ['an unknown token', { token: 'unknown' }, 'token_rejected'],
    ['another account', { realm: 'TSTDRV7654321' }, 'realm_rejected'],
  ])('%s is refused in the vendor’s shape', async (_title, credentials, reason) => {
    const client = clientFor(netsuite.system.url, credentials);
    const answer = await answered(client.request({ path: 'record/v1/term' }));
    expect({ status: answer.status, body: answer.body, challenge: answer.headers['www-authenticate'] }).toEqual({
      status: 401,
      body: INVALID_LOGIN,
      challenge: `OAuth realm="TSTDRV1234567", error="${reason}", error_description="Invalid login attempt."`,
    });
  });

  test('a role without permission may read but not write', async () => {
    const client = clientFor(netsuite.system.url, {
      token: 'sandbox-readonly-token-id',
      token_secret: 'sandbox-readonly-token-secret',
    });
    expect((await answered(client.request({ path: 'record/v1/customer?limit=1' }))).status).toBe(200);
    const body = JSON.stringify({ companyName: 'X', subsidiary: '2' });
    expect((await answered(client.request({ path: 'record/v1/customer', method: 'POST', body }))).body).toEqual({
      type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.4',
      title: 'Forbidden',
      status: 403,
      'o:errorDetails': [
        {
          detail:
            "Permission Violation: You need a higher level of the 'Customer' permission to access this page. Please contact your account administrator.",
          'o:errorCode': 'INSUFFICIENT_PERMISSION',
        },
      ],
    });
  });
});

describe('OAuth 2.0 client credentials', () => {
  const TOKEN = '/services/rest/auth/oauth2/v1/token';
  const ACCOUNT_AUDIENCE = `https://tstdrv1234567.suitetalk.api.netsuite.com${TOKEN}`;

  async function keyPair(alg: string) {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const key = { id: 'sandbox-certificate', publicKeyPem: await exportSPKI(publicKey) };
    const answer = await fetch(`${netsuite.system.url}/__control/keys`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(key),
    });
    expect(answer.ok).toBe(true);
    return privateKey;
  }

  type Claims = { iss?: string; aud?: string; scope?: unknown; lifetimeSeconds?: number; kid?: string };

  async function assertion(privateKey: CryptoKey, alg: string, claims: Claims = {}): Promise<string> {
    const { lifetimeSeconds = 3600, kid = 'sandbox-certificate', ...overrides } = claims;
    const iat = Math.floor(Date.now() / 1000);
    const payload = {
      iss: 'sandbox-m2m-client',
      aud: ACCOUNT_AUDIENCE,
      scope: ['rest_webservices'],
      iat,
      exp: iat + lifetimeSeconds,
      ...overrides,
    };
    return await new SignJWT(payload).setProtectedHeader({ alg, kid, typ: 'JWT' }).sign(privateKey);
  }

  async function requestToken(client_assertion: string, grant_type = 'client_credentials') {
    const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
    const response = await fetch(netsuite.system.url + TOKEN, {
      method: 'POST',
      body: new URLSearchParams({ grant_type, client_assertion_type, client_assertion }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  }

  const readTerms = async (token: string): Promise<Response> =>
    await fetch(`${netsuite.system.url}/services/rest/record/v1/term/2`, {
      headers: { Authorization: `Bearer ${token}` },
    });

  test.each(['PS256', 'ES256'])('a signed assertion (%s) gives a token for 60 minutes', async (alg) => {
    const { status, body } = await requestToken(await assertion(await keyPair(alg), alg));
    const { access_token: token = '', ...rest } = body;
    expect({ status, rest }).toEqual({ status: 200, rest: { expires_in: '3600', token_type: 'bearer' } });
    expect((await readTerms(token)).status).toBe(200);
    netsuite.system.context.clock.advance(3_599_000);
    expect((await readTerms(token)).status).toBe(200);
    netsuite.system.context.clock.advance(2000);
    const expired = await readTerms(token);
    expect({ status: expired.status, body: await expired.json() }).toEqual({ status: 401, body: INVALID_LOGIN });
  });

  test('the sandbox’s own address is accepted as the audience, and scope may be one text', async () => {
    const claims = { aud: netsuite.system.url + TOKEN, scope: 'restlets, rest_webservices' };
    expect((await requestToken(await assertion(await keyPair('PS256'), 'PS256', claims))).status).toBe(200);
  });

  test.each<[string, Claims, number, string]>([
    ['an unknown certificate', { kid: 'other' }, 401, 'invalid_client'],
    ['another client', { iss: 'somebody' }, 401, 'invalid_client'],
    ['another audience', { aud: 'https://example.com/token' }, 401, 'invalid_client'],
    ['an expired assertion', { lifetimeSeconds: -5 }, 401, 'invalid_client'],
    ['an assertion that lives too long', { lifetimeSeconds: 3700 }, 401, 'invalid_client'],
    ['a scope without REST', { scope: ['restlets'] }, 400, 'invalid_scope'],
  ])('%s is refused', async (_title, claims, status, error) => {
    const answer = await requestToken(await assertion(await keyPair('PS256'), 'PS256', claims));
    expect({ status: answer.status, error: answer.body['error'] }).toEqual({ status, error });
  });

  test('a foreign key, a text that is not a JWT, and another grant type are refused', async () => {
    const { privateKey } = await generateKeyPair('PS256');
    await keyPair('PS256');
    const foreign = await requestToken(await assertion(privateKey, 'PS256'));
    expect(foreign).toEqual({
      status: 401,
      body: { error: 'invalid_client', error_description: 'signature verification failed' },
    });
    expect((await requestToken('x.y.z')).body['error']).toBe('invalid_client');
    expect((await requestToken('x', 'password')).body['error']).toBe('unsupported_grant_type');
  });
});

test('more requests at once than the account allows get 429', async () => {
  await fetch(`${netsuite.system.url}/__control/settings`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ concurrencyLimit: 3, latencyMs: 1500 }),
  });
  // These are queries, because the client repeats a refused GET with the same nonce, and that alone would be refused.
  const ask = async () => await netsuite.query('SELECT id FROM term ORDER BY id');
  const answers = await Promise.all(Array.from({ length: 5 }, ask));
  expect(answers.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 429, 429]);
  expect(answers.find((each) => each.status === 429)?.body).toEqual({
    type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5',
    title: 'Too Many Requests',
    status: 429,
    'o:errorDetails': [
      {
        detail:
          'Concurrent request limit exceeded. Request blocked. Verify your concurrency limits at Setup > Integration > Integration Management > Integration Governance.',
        'o:errorCode': 'CONCURRENCY_LIMIT_EXCEEDED',
      },
    ],
  });
  expect((await netsuite.call('GET', 'system/v1/governanceLimits')).body).toEqual({
    accountConcurrencyLimit: 3,
    accountUnallocatedConcurrencyLimit: 3,
    integrationLimitType: 'accountLimit',
  });
});
