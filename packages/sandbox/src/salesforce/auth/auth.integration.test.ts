import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey } from 'jose';
import { Connection } from 'jsforce';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SandboxClock } from '../../kit/clock.ts';
import { startTestOrg } from '../test-org.ts';
import type { TestOrg } from '../test-org.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const clock = new SandboxClock();
let testOrg: TestOrg;
let url: string;
let key: CryptoKey;

beforeAll(async () => {
  testOrg = await startTestOrg(clock);
  ({ url } = testOrg.system);
  const pair = await generateKeyPair('RS256', { extractable: true });
  key = pair.privateKey;
  const body = JSON.stringify({ id: 'throughline', publicKeyPem: await exportSPKI(pair.publicKey) });
  expect((await fetch(`${url}/__control/keys`, { method: 'POST', body })).status).toBe(201);
});
afterAll(() => testOrg.close());

async function requestToken(
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<[number, Record<string, unknown>]> {
  const response = await fetch(`${url}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers,
  });
  return [response.status, (await response.json()) as Record<string, unknown>];
}

interface Claims {
  readonly iss?: string;
  readonly aud?: string;
  readonly sub?: string;
  readonly expiresInSeconds?: number;
  readonly signingKey?: CryptoKey;
}

async function assertion(claims: Claims = {}): Promise<string> {
  const {
    iss = 'sandbox-client',
    aud = 'https://login.salesforce.com',
    sub = 'integration@haldenpike.example',
  } = claims;
  const exp = Math.floor(clock.nowMs() / 1000) + (claims.expiresInSeconds ?? 180);
  return await new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(iss)
    .setAudience(aud)
    .setSubject(sub)
    .setExpirationTime(exp)
    .sign(claims.signingKey ?? key);
}

const grant = async (claims?: Claims): Promise<[number, Record<string, unknown>]> =>
  await requestToken({ grant_type: JWT_BEARER, assertion: await assertion(claims) });

const refusal = (error: string, description: string): [number, object] => [
  400,
  { error, error_description: description },
];

test('client credentials, in the body or as Basic, give a token with the instance and the identity', async () => {
  const inBody = { grant_type: 'client_credentials', client_id: 'sandbox-client', client_secret: 'sandbox-secret' };
  const basic = { authorization: `Basic ${Buffer.from('sandbox-client:sandbox-secret').toString('base64')}` };
  const expected = {
    access_token: expect.stringMatching(/^00DHk0000000001!AQ/) as string,
    scope: 'api refresh_token',
    instance_url: url,
    id: `${url}/id/00DHk0000000001MAA/005Hk0000000001IAA`,
    token_type: 'Bearer',
    issued_at: expect.stringMatching(/^\d{13}$/) as string,
    signature: expect.stringMatching(/^[\w+/]{43}=$/) as string,
  };
  expect(await requestToken(inBody)).toEqual([200, expected]);
  expect(await requestToken({ grant_type: 'client_credentials' }, basic)).toEqual([200, expected]);
});

test('jsforce signs in with a JWT assertion and works with the token', async () => {
  const connection = new Connection({
    loginUrl: url,
    instanceUrl: url,
    version: '66.0',
    oauth2: { loginUrl: url, clientId: 'sandbox-client' },
  });
  await connection.authorize({ grant_type: JWT_BEARER, assertion: await assertion() });
  const { username, organization_id: organizationId } = await connection.identity();
  expect([username, organizationId]).toEqual(['integration@haldenpike.example', '00DHk0000000001MAA']);
  expect((await connection.query('SELECT COUNT() FROM Account')).totalSize).toBe(40);
});

test('an assertion for this host as audience is accepted, and the answer has no signature', async () => {
  const [status, body] = await grant({ aud: url });
  expect([status, Object.keys(body).toSorted()]).toEqual([
    200,
    ['access_token', 'id', 'instance_url', 'scope', 'token_type'],
  ]);
});

test('wrong assertions are refused in the vendor’s words', async () => {
  const { privateKey: strangeKey } = await generateKeyPair('RS256');
  expect(await grant({ aud: 'https://example.com' })).toEqual(refusal('invalid_grant', 'audience is invalid'));
  expect(await grant({ expiresInSeconds: -10 })).toEqual(refusal('invalid_grant', 'expired authorization code'));
  expect(await grant({ sub: 'nobody@example.com' })).toEqual(
    refusal('invalid_grant', "user hasn't approved this consumer"),
  );
  expect(await grant({ iss: 'other-client' })).toEqual(refusal('invalid_client_id', 'client identifier invalid'));
  expect(await grant({ signingKey: strangeKey })).toEqual(refusal('invalid_grant', 'invalid assertion'));
  expect(await requestToken({ grant_type: JWT_BEARER, assertion: 'x' })).toEqual(
    refusal('invalid_grant', 'invalid assertion'),
  );
});

test('wrong clients and grants are refused', async () => {
  const client = { grant_type: 'client_credentials', client_id: 'sandbox-client', client_secret: 'sandbox-secret' };
  expect(await requestToken({ ...client, client_id: 'x' })).toEqual(
    refusal('invalid_client_id', 'client identifier invalid'),
  );
  expect(await requestToken({ ...client, client_secret: 'x' })).toEqual(
    refusal('invalid_client', 'invalid client credentials'),
  );
  expect(await requestToken({ ...client, grant_type: 'password' })).toEqual(
    refusal('unsupported_grant_type', 'grant type not supported'),
  );
});

test('an unknown, revoked or expired token is INVALID_SESSION_ID', async () => {
  const query = async (token: string): Promise<unknown[]> => {
    const response = await fetch(`${url}/services/data/v66.0/query?q=SELECT+Id+FROM+Account+LIMIT+1`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return [response.status, response.ok ? 'rows' : await response.json()];
  };
  const expired = [401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]];
  const token = async (): Promise<string> => String((await grant())[1]['access_token']);
  const revoked = await token();
  expect(await query(revoked)).toEqual([200, 'rows']);
  const revocation = await fetch(`${url}/services/oauth2/revoke`, {
    method: 'POST',
    body: new URLSearchParams({ token: revoked }),
  });
  expect([revocation.status, await query(revoked), await query('nonsense')]).toEqual([200, expired, expired]);
  const old = await token();
  clock.advance(7_200_001);
  expect(await query(old)).toEqual(expired);
});

test('no authorization header is refused as such', async () => {
  const response = await fetch(`${url}/services/data/v66.0/sobjects`);
  expect([response.status, await response.json()]).toEqual([
    401,
    [{ message: 'INVALID_HEADER_TYPE', errorCode: 'INVALID_AUTH_HEADER' }],
  ]);
});

test('a refresh token gives a new access token, and a wrong one gives none', async () => {
  const form = { grant_type: 'refresh_token', client_id: 'sandbox-client', client_secret: 'sandbox-secret' };
  const [status, granted] = await requestToken({ ...form, refresh_token: 'sandbox-refresh-token' });
  expect([status, granted['instance_url'], granted['refresh_token']]).toEqual([200, url, undefined]);
  const answer = await fetch(`${url}/services/data/v66.0/limits`, {
    headers: { authorization: `Bearer ${String(granted['access_token'])}` },
  });
  expect(answer.status).toBe(200);
  expect(await requestToken({ ...form, refresh_token: 'another' })).toEqual([
    400,
    { error: 'invalid_grant', error_description: 'expired access/refresh token' },
  ]);
});
