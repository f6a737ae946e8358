import { createHmac, randomBytes } from 'node:crypto';
import type { SignableRequest } from '../kit/authorizer.ts';

export interface TokenCredentials {
  readonly realm: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly tokenId: string;
  readonly tokenSecret: string;
}

/** The `Authorization` header of OAuth 1.0a with HMAC-SHA256 (RFC 5849). JSON bodies are not part of the signature. */
export function signRequest(
  request: SignableRequest,
  credentials: TokenCredentials,
  nonce: string,
  timestampSeconds: number,
): string {
  const parameters = {
    oauth_consumer_key: credentials.consumerKey,
    oauth_nonce: nonce,
    oauth_signature_method: 'HMAC-SHA256',
    oauth_timestamp: String(timestampSeconds),
    oauth_token: credentials.tokenId,
    oauth_version: '1.0',
  };
  const key = `${encode(credentials.consumerSecret)}&${encode(credentials.tokenSecret)}`;
  const signature = createHmac('sha256', key).update(baseString(request, parameters)).digest('base64');
  const pairs = { realm: credentials.realm, ...parameters, oauth_signature: signature };
  return `OAuth ${Object.entries(pairs)
    .map(([name, value]) => `${name}="${encode(value)}"`)
    .join(', ')}`;
}

export function createNonce(): string {
  return randomBytes(16).toString('hex');
}

/** RFC 5849 section 3.4.1. */
export function baseString({ method, url }: SignableRequest, parameters: Readonly<Record<string, string>>): string {
  const pairs = [...url.searchParams, ...Object.entries(parameters)]
    .map(([name, value]): [string, string] => [encode(name), encode(value)])
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map((pair) => pair.join('='));
  return [method, encode(url.origin + url.pathname), encode(pairs.join('&'))].join('&');
}

/** RFC 3986: stricter than encodeURIComponent by five characters. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
