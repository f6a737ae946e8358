import { errors, importSPKI, jwtVerify } from 'jose';
import type { SandboxClock } from '../../kit/clock.ts';
import { publicKeys } from '../../kit/public-keys.ts';
import type { SandboxState } from '../../kit/state.ts';
import { org } from '../org.ts';

/** Why a token request was refused, in the OAuth error vocabulary. */
export class GrantError extends Error {
  override name = 'GrantError';
  readonly error: string;
  readonly description: string;

  constructor(error: string, description: string, options?: ErrorOptions) {
    super(`${error}: ${description}`, options);
    this.error = error;
    this.description = description;
  }
}

const LOGIN_HOSTS = ['https://login.salesforce.com', 'https://test.salesforce.com'];

/** Checks a JWT bearer assertion: signature by a registered key, issuer, audience, expiry, subject. Throws GrantError. */
export async function verifyAssertion(
  state: SandboxState,
  clock: SandboxClock,
  assertion: string,
  ownUrl: string,
): Promise<void> {
  const registered = publicKeys(state);
  let failure: unknown;
  for (const { publicKeyPem } of registered) {
    try {
      const { payload } = await jwtVerify(assertion, await importSPKI(publicKeyPem, 'RS256'), {
        algorithms: ['RS256'],
        issuer: org.clientId,
        audience: [...LOGIN_HOSTS, ownUrl, `${ownUrl}/services/oauth2/token`],
        currentDate: clock.now(),
        requiredClaims: ['exp', 'sub'],
      });
      if (payload.sub !== org.username) throw new GrantError('invalid_grant', "user hasn't approved this consumer");
      return;
    } catch (error) {
      if (error instanceof GrantError) throw error;
      failure = error;
      // Another key is tried only when the signature is wrong. No key can cure any other error.
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) break;
    }
  }
  throw describeFailure(failure);
}

function describeFailure(failure: unknown): GrantError {
  const options = { cause: failure };
  if (failure instanceof errors.JWTExpired)
    return new GrantError('invalid_grant', 'expired authorization code', options);
  if (failure instanceof errors.JWTClaimValidationFailed && failure.claim === 'aud') {
    return new GrantError('invalid_grant', 'audience is invalid', options);
  }
  if (failure instanceof errors.JWTClaimValidationFailed && failure.claim === 'iss') {
    return new GrantError('invalid_client_id', 'client identifier invalid', options);
  }
  return new GrantError('invalid_grant', 'invalid assertion', options);
}
