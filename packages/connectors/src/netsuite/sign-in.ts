import { SignJWT } from 'jose';
import { ConnectorError } from '@throughline/core/connector/error';
import { tokenAuthorizer } from '../kit/authorizer.ts';
import type { Authorizer } from '../kit/authorizer.ts';
import type { ConnectionFields } from '../kit/connection-fields.ts';
import { fetchToken } from '../kit/fetch-token.ts';
import { readPrivateKey } from '../kit/private-key.ts';
import type { SignIn } from '../kit/session/system.ts';
import { TokenCache } from '../kit/token-cache.ts';
import type { AccessToken } from '../kit/token-cache.ts';
import { createNonce, signRequest } from './oauth1.ts';
import type { TokenCredentials } from './oauth1.ts';

const TOKEN_PATH = '/services/rest/auth/oauth2/v1/token';
const ASSERTION_LIFETIME_SECONDS = 300;

export function netsuiteAuthorizer(signIn: SignIn): Authorizer {
  const { fields, now } = signIn;
  if (fields.method.id === 'tba') return tokenBasedAuthorizer(fields, now);
  return tokenAuthorizer(new TokenCache(() => assertedToken(signIn), now));
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

async function assertedToken(signIn: SignIn): Promise<AccessToken> {
  const { fields, baseUrl, now } = signIn;
  return fetchToken(signIn, TOKEN_PATH, {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await signAssertion(fields, new URL(TOKEN_PATH, baseUrl).href, now()),
  });
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
