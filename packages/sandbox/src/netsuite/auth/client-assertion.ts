import { decodeProtectedHeader, errors, importSPKI, jwtVerify } from 'jose';
import { M2M_CLIENT_ID } from './account.ts';

const ALGORITHMS = ['PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'];
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const MAX_LIFETIME_SECONDS = 60 * 60;

/** The token endpoint's answers are OAuth's (RFC 6749 section 5.2), not NetSuite's error body. */
export class TokenEndpointError extends Error {
  readonly status: number;
  readonly error: 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope';

  constructor(status: number, error: TokenEndpointError['error'], description: string) {
    super(description);
    this.name = 'TokenEndpointError';
    this.status = status;
    this.error = error;
  }
}

export interface AssertionCheck {
  readonly form: URLSearchParams;
  /** The certificate's public key (SPKI PEM) by its id, or undefined. */
  readonly findPublicKey: (certificateId: string) => string | undefined;
  /** Every URL under which this token endpoint may be addressed. */
  readonly audiences: readonly string[];
  /** Real time: the client signs with its own clock. */
  readonly now: Date;
}

/** Checks a client-credentials request with a signed assertion. Throws TokenEndpointError. */
export async function verifyClientAssertion(check: AssertionCheck): Promise<void> {
  const { form } = check;
  const grant = form.get('grant_type');
  if (grant === null) throw new TokenEndpointError(400, 'invalid_request', 'grant_type is missing.');
  if (grant !== 'client_credentials') {
    throw new TokenEndpointError(400, 'unsupported_grant_type', `grant_type ${grant} is not supported.`);
  }
  const assertion = form.get('client_assertion');
  if (assertion === null || form.get('client_assertion_type') !== ASSERTION_TYPE) {
    throw new TokenEndpointError(400, 'invalid_request', 'client_assertion or client_assertion_type is missing.');
  }
  const payload = await verifySignature(assertion, check);
  const { iat, exp } = payload;
  if (iat === undefined || exp === undefined || exp - iat > MAX_LIFETIME_SECONDS) {
    throw new TokenEndpointError(401, 'invalid_client', 'exp must be at most 60 minutes after iat.');
  }
  if (!scopes(payload['scope']).includes('rest_webservices')) {
    throw new TokenEndpointError(400, 'invalid_scope', 'scope must contain rest_webservices.');
  }
}

async function verifySignature(assertion: string, check: AssertionCheck) {
  try {
    const { kid, alg } = decodeProtectedHeader(assertion);
    const pem = kid === undefined ? undefined : check.findPublicKey(kid);
    if (pem === undefined || alg === undefined || !ALGORITHMS.includes(alg)) {
      throw new TokenEndpointError(401, 'invalid_client', `No mapping for certificate ${String(kid)} with ${alg}.`);
    }
    const { payload } = await jwtVerify(assertion, await importSPKI(pem, alg), {
      algorithms: ALGORITHMS,
      issuer: M2M_CLIENT_ID,
      audience: [...check.audiences],
      currentDate: check.now,
      requiredClaims: ['iss', 'aud', 'exp', 'iat', 'scope'],
    });
    return payload;
  } catch (error) {
    if (error instanceof TokenEndpointError) throw error;
    const reason = error instanceof errors.JOSEError ? error.message : 'The assertion is not a signed JWT.';
    throw new TokenEndpointError(401, 'invalid_client', reason);
  }
}

/** An array, or one text with commas: the vendor's page shows both. */
function scopes(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.map(String);
  return typeof claim === 'string' ? claim.split(/[\s,]+/) : [];
}
