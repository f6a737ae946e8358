import { SignJWT } from 'jose';
import { ConnectorError } from '@throughline/core/connector/error';
import { z } from 'zod';
import { anonymous, tokenAuthorizer } from '../kit/authorizer.ts';
import type { Authorizer } from '../kit/authorizer.ts';
import { createCallScope } from '../kit/call-scope.ts';
import type { ConnectionFields } from '../kit/connection-fields.ts';
import { parseWire } from '../kit/parse-wire.ts';
import { readPrivateKey } from '../kit/private-key.ts';
import type { SignIn } from '../kit/session/system.ts';
import { TokenCache } from '../kit/token-cache.ts';
import type { AccessToken } from '../kit/token-cache.ts';
import { createNonce, signRequest } from './oauth1.ts';
import type { TokenCredentials } from './oauth1.ts';

const TOKEN_PATH = '/services/rest/auth/oauth2/v1/token';
const SIGN_IN_DEADLINE_MS = 20_000;
const ASSERTION_LIFETIME_SECONDS = 300;

const tokenReply = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

export function netsuiteAuthorizer(signIn: SignIn): Authorizer {
  const { fields, now } = signIn;
  if (fields.method.id === 'tba') return tokenBasedAuthorizer(fields, now);
  return tokenAuthorizer(new TokenCache(() => fetchToken(signIn), now));
}

/** Every request is signed on its own, so there is nothing to renew. */
function tokenBasedAuthorizer(fields: ConnectionFields, now: () => number): Authorizer {
  const credentials: TokenCredentials = {
    realm: fields.requireSetting('accountId').toUpperCase().replaceAll('-', '_'),
    consumerKey: fields.requireCredential('consumerKey'),
    consumerSecret: fields.requireCredential('consumerSecret'),
    tokenId: fields.requireCredential('tokenId'),
    tokenSecret: fields.requireCredential('tokenSecret'),
  };
  return {
    headers: (request) =>
      Promise.resolve({
        authorization: signRequest(request, credentials, createNonce(), Math.floor(now() / 1000)),
      }),
    renew: () => false,
  };
}

async function fetchToken({ client, fields, baseUrl, now }: SignIn): Promise<AccessToken> {
  const nowMs = now();
  const assertion = await signAssertion(fields, new URL(TOKEN_PATH, baseUrl).href, nowMs);
  fields.redactor.add(assertion);
  const form = {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  };
  const reply = await client.send(
    { method: 'POST', path: TOKEN_PATH, form, isRepeatable: true, isRead: true },
    anonymous,
    createCallScope({ deadlineMs: SIGN_IN_DEADLINE_MS }, now),
  );
  const token = parseWire(tokenReply, reply.body, 'NetSuite', 'the token request');
  fields.redactor.add(token.access_token);
  return { value: token.access_token, expiresAtMs: nowMs + token.expires_in * 1000 };
}

async function signAssertion(fields: ConnectionFields, audience: string, nowMs: number): Promise<string> {
  const algorithm = fields.requireCredential('algorithm');
  const key = readPrivateKey(fields.requireCredential('privateKey'), 'privateKey');
  const isCurve = key.asymmetricKeyType === 'ec';
  if (isCurve !== (algorithm === 'ES256')) {
    throw new ConnectorError(`The private key is of a kind that cannot sign ${algorithm}.`, {
      class: 'validation',
      fields: ['privateKey', 'algorithm'],
    });
  }
  const issuedAt = Math.floor(nowMs / 1000);
  return new SignJWT({ scope: ['rest_webservices'] })
    .setProtectedHeader({ alg: algorithm, kid: fields.requireCredential('certificateId'), typ: 'JWT' })
    .setIssuer(fields.requireCredential('clientId'))
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ASSERTION_LIFETIME_SECONDS)
    .sign(key);
}
