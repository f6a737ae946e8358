import { SignJWT } from 'jose';
import type { ConnectionFields } from '../kit/connection-fields.ts';
import { fetchToken } from '../kit/fetch-token.ts';
import { readPrivateKey } from '../kit/private-key.ts';
import type { SignIn } from '../kit/session/system.ts';
import type { AccessToken } from '../kit/token-cache.ts';

/** Salesforce refuses assertions that live longer than five minutes, and ones from a clock that is ahead. */
const ASSERTION_LIFETIME_SECONDS = 180;

/** Fetches a token with the connection's sign-in method. */
export async function signIn(to: SignIn): Promise<AccessToken> {
  const { fields, now } = to;
  const form = fields.method.id === 'jwt-bearer' ? await jwtForm(fields, now()) : secretForm(fields);
  return fetchToken(to, '/services/oauth2/token', form);
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
