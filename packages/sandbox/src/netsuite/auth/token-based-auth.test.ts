import { expect, test } from 'vitest';
import { hmacSha256Signature, percentEncode, signatureBaseString } from './oauth1.ts';
import { NonceMemory, verifyTba } from './token-based-auth.ts';

const NOW_MS = Date.parse('2026-11-23T09:00:00Z');
const URL = 'http://127.0.0.1:4000/services/rest/record/v1/customer?limit=2';
const GOOD = {
  realm: 'TSTDRV1234567',
  oauth_consumer_key: 'sandbox-consumer-key',
  oauth_token: 'sandbox-token-id',
  oauth_nonce: 'nonce-0001',
  oauth_timestamp: String(NOW_MS / 1000),
  oauth_signature_method: 'HMAC-SHA256',
  oauth_version: '1.0',
};

function authorization(
  changes: Readonly<Record<string, string | undefined>> = {},
  tokenSecret = 'sandbox-token-secret',
): string {
  const entries = Object.entries({ ...GOOD, ...changes }).filter(
    (each): each is [string, string] => each[1] !== undefined,
  );
  const parameters = new Map(entries);
  const base = signatureBaseString({ method: 'GET', url: URL, parameters });
  parameters.set('oauth_signature', hmacSha256Signature(base, 'sandbox-consumer-secret', tokenSecret));
  return `OAuth ${[...parameters].map(([key, value]) => `${key}="${percentEncode(value)}"`).join(', ')}`;
}

function verify(header: string, nonces = new NonceMemory(), url = URL) {
  return verifyTba({ method: 'GET', url, authorization: header, nowMs: NOW_MS }, nonces);
}

test('a valid signature gives the role of the token', () => {
  expect(verify(authorization())).toEqual({ ok: true, role: 'integration' });
  const readOnly = authorization({ oauth_token: 'sandbox-readonly-token-id' }, 'sandbox-readonly-token-secret');
  expect(verify(readOnly)).toEqual({ ok: true, role: 'read-only' });
});

test.each([
  ['no OAuth header', 'Basic x', 'parameter_absent'],
  ['no nonce', authorization({ oauth_nonce: undefined }), 'parameter_absent'],
  ['HMAC-SHA1', authorization({ oauth_signature_method: 'HMAC-SHA1' }), 'signature_method_rejected'],
  ['OAuth 2', authorization({ oauth_version: '2.0' }), 'version_rejected'],
  ['another account', authorization({ realm: 'TSTDRV7654321' }), 'realm_rejected'],
  ['a short nonce', authorization({ oauth_nonce: 'abc' }), 'nonce_rejected'],
  ['a clock six minutes slow', authorization({ oauth_timestamp: String(NOW_MS / 1000 - 360) }), 'timestamp_refused'],
  ['a clock six minutes fast', authorization({ oauth_timestamp: String(NOW_MS / 1000 + 360) }), 'timestamp_refused'],
  ['an unknown consumer', authorization({ oauth_consumer_key: 'x' }), 'consumer_key_unknown'],
  ['an unknown token', authorization({ oauth_token: 'x' }), 'token_rejected'],
  ['a wrong secret', authorization({}, 'wrong'), 'signature_invalid'],
])('%s is refused', (_title, header, failure) => {
  expect(verify(header)).toEqual({ ok: false, failure });
});

test('the signature covers the query string', () => {
  expect(verify(authorization(), new NonceMemory(), URL.replace('limit=2', 'limit=3'))).toEqual({
    ok: false,
    failure: 'signature_invalid',
  });
});

test('a nonce works once and is forgotten when its timestamp is too old to be accepted', () => {
  const nonces = new NonceMemory();
  expect(verify(authorization(), nonces)).toEqual({ ok: true, role: 'integration' });
  expect(verify(authorization(), nonces)).toEqual({ ok: false, failure: 'nonce_used' });
  expect(nonces.use('other', NOW_MS + 11 * 60_000)).toBe(true);
  expect(verify(authorization(), nonces)).toEqual({ ok: true, role: 'integration' });
});
