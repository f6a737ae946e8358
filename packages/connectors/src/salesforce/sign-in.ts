import { SignJWT } from 'jose';
import { z } from 'zod';
import { anonymous } from '../kit/authorizer.ts';
import { createCallScope } from '../kit/call-scope.ts';
import type { ConnectionFields } from '../kit/connection-fields.ts';
import type { HttpClient } from '../kit/http-client.ts';
import { parseWire } from '../kit/parse-wire.ts';
import { readPrivateKey } from '../kit/private-key.ts';
import type { AccessToken } from '../kit/token-cache.ts';

const TOKEN_PATH = '/services/oauth2/token';
const SIGN_IN_DEADLINE_MS = 20_000;
/** Salesforce refuses assertions that live longer than five minutes, and ones from a clock that is ahead. */
const ASSERTION_LIFETIME_SECONDS = 180;

const tokenReply = z.object({ access_token: z.string().min(1) });

/**
 * Fetches a token with the connection's sign-in method. The reply names no lifetime, so only a refusal shows that the
 * token has expired.
 */
export async function signIn(client: HttpClient, fields: ConnectionFields, now: () => number): Promise<AccessToken> {
  const form = fields.method.id === 'jwt-bearer' ? await jwtForm(fields, now()) : secretForm(fields);
  for (const name of ['assertion', 'client_secret']) fields.redactor.add(form[name] ?? '');
  const reply = await client.send(
    { method: 'POST', path: TOKEN_PATH, form, isRepeatable: true, isRead: true },
    anonymous,
    createCallScope({ deadlineMs: SIGN_IN_DEADLINE_MS }, now),
  );
  const { access_token: value } = parseWire(tokenReply, reply.body, 'Salesforce', 'the token request');
  fields.redactor.add(value);
  return { value };
}

function secretForm(fields: ConnectionFields): Record<string, string> {
  return {
    grant_type: 'client_credentials',
    client_id: fields.requireCredential('clientId'),
    client_secret: fields.requireCredential('clientSecret'),
  };
}

async function jwtForm(fields: ConnectionFields, nowMs: number): Promise<Record<string, string>> {
  const key = readPrivateKey(fields.requireCredential('privateKey'), 'privateKey');
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(fields.requireCredential('clientId'))
    .setSubject(fields.requireCredential('username'))
    .setAudience(fields.requireCredential('audience'))
    .setExpirationTime(Math.floor(nowMs / 1000) + ASSERTION_LIFETIME_SECONDS)
    .sign(key);
  return { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
}
