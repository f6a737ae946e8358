import { createHmac } from 'node:crypto';

/** Reads `OAuth key="value", …` (RFC 5849 section 3.5.1). Undefined for any other header. */
export function parseOAuthHeader(header: string): ReadonlyMap<string, string> | undefined {
  if (!/^OAuth\s/i.test(header)) return undefined;
  const pairs = [...header.matchAll(/([A-Za-z_]+)="([^"]*)"/g)];
  return new Map(pairs.map(([, key, value]) => [key ?? '', decode(value ?? '')]));
}

export interface SignedRequest {
  readonly method: string;
  /** The address that the client called, with its query. */
  readonly url: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** RFC 5849 section 3.4.1: method, base URL and sorted parameters; the realm and the signature itself stay out. */
export function signatureBaseString({ method, url, parameters }: SignedRequest): string {
  const [base = '', query = ''] = url.split('?', 2);
  const pairs = [...new URLSearchParams(query)].concat(
    [...parameters].filter(([key]) => key !== 'realm' && key !== 'oauth_signature'),
  );
  const encoded = pairs.map(([key, value]) => [percentEncode(key), percentEncode(value)] as const);
  const sorted = encoded.toSorted(([ka, va], [kb, vb]) => compare(ka, kb) || compare(va, vb));
  const joined = sorted.map(([key, value]) => `${key}=${value}`).join('&');
  return [method.toUpperCase(), percentEncode(base), percentEncode(joined)].join('&');
}

export function hmacSha256Signature(baseString: string, consumerSecret: string, tokenSecret: string): string {
  const key = `${percentEncode(consumerSecret)}&${percentEncode(tokenSecret)}`;
  return createHmac('sha256', key).update(baseString).digest('base64');
}

/** RFC 3986: everything but letters, digits and -._~ */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
