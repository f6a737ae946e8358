import { ACCOUNT_ID, TOKENS } from './account.ts';
import { isSameText } from '../../kit/same-text.ts';
import type { RoleName, TokenCredential } from './account.ts';
import { hmacSha256Signature, parseOAuthHeader, signatureBaseString } from './oauth1.ts';

/** The vendor's names for what was wrong. Callers only see them in WWW-Authenticate. */
export type TbaFailure =
  | 'parameter_absent'
  | 'signature_method_rejected'
  | 'version_rejected'
  | 'realm_rejected'
  | 'consumer_key_unknown'
  | 'token_rejected'
  | 'nonce_rejected'
  | 'nonce_used'
  | 'timestamp_refused'
  | 'signature_invalid';

export type TbaResult =
  | { readonly ok: true; readonly role: RoleName }
  | { readonly ok: false; readonly failure: TbaFailure };

export interface TbaRequest {
  readonly method: string;
  readonly url: string;
  readonly authorization: string;
  /** Real time, not the sandbox clock: the client signs with its own. */
  readonly nowMs: number;
}

const REQUIRED = [
  'realm',
  'oauth_consumer_key',
  'oauth_token',
  'oauth_nonce',
  'oauth_timestamp',
  'oauth_signature_method',
  'oauth_signature',
] as const;

const MAX_SKEW_MS = 5 * 60_000;

/** Remembers nonces for as long as their timestamp would be accepted. */
export class NonceMemory {
  readonly #seen = new Map<string, number>();

  /** False when this nonce was used before. */
  use(key: string, nowMs: number): boolean {
    for (const [each, atMs] of this.#seen) if (nowMs - atMs > 2 * MAX_SKEW_MS) this.#seen.delete(each);
    if (this.#seen.has(key)) return false;
    this.#seen.set(key, nowMs);
    return true;
  }
}

/** Token-based authentication: OAuth 1.0a with HMAC-SHA256. */
export function verifyTba(request: TbaRequest, nonces: NonceMemory): TbaResult {
  const parameters = parseOAuthHeader(request.authorization);
  if (parameters === undefined) return refuse('parameter_absent');
  const failure = checkParameters(parameters, request.nowMs);
  if (failure !== undefined) return refuse(failure);
  const token = findToken(parameters);
  if (typeof token === 'string') return refuse(token);
  const base = signatureBaseString({ method: request.method, url: request.url, parameters });
  const expected = hmacSha256Signature(base, token.consumerSecret, token.tokenSecret);
  if (!isSameText(expected, parameters.get('oauth_signature') ?? '')) return refuse('signature_invalid');
  const key = `${token.tokenId} ${parameters.get('oauth_timestamp') ?? ''} ${parameters.get('oauth_nonce') ?? ''}`;
  return nonces.use(key, request.nowMs) ? { ok: true, role: token.role } : refuse('nonce_used');
}

function checkParameters(parameters: ReadonlyMap<string, string>, nowMs: number): TbaFailure | undefined {
  if (REQUIRED.some((each) => (parameters.get(each) ?? '') === '')) return 'parameter_absent';
  if (parameters.get('oauth_signature_method') !== 'HMAC-SHA256') return 'signature_method_rejected';
  if ((parameters.get('oauth_version') ?? '1.0') !== '1.0') return 'version_rejected';
  if (parameters.get('realm') !== ACCOUNT_ID) return 'realm_rejected';
  if ((parameters.get('oauth_nonce') ?? '').length < 6) return 'nonce_rejected';
  const stampMs = Number(parameters.get('oauth_timestamp')) * 1000;
  return Math.abs(nowMs - stampMs) <= MAX_SKEW_MS ? undefined : 'timestamp_refused';
}

function findToken(parameters: ReadonlyMap<string, string>): TokenCredential | TbaFailure {
  const ofConsumer = TOKENS.filter((each) => each.consumerKey === parameters.get('oauth_consumer_key'));
  if (ofConsumer.length === 0) return 'consumer_key_unknown';
  return ofConsumer.find((each) => each.tokenId === parameters.get('oauth_token')) ?? 'token_rejected';
}

function refuse(failure: TbaFailure): TbaResult {
  return { ok: false, failure };
}
