import { NextResponse, type NextRequest } from 'next/server';
import { contentSecurityPolicy } from './server/content-security-policy.ts';

/** Gives every page a policy with a nonce of its own; Next puts the nonce on the scripts it writes. */
export const proxy = (request: NextRequest): NextResponse => {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // A layout does not learn its path otherwise, and sign-in must lead back to it.
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  for (const [name, value] of securityHeaders) response.headers.set(name, value);
  if (request.nextUrl.pathname.startsWith('/api/')) response.headers.set('cache-control', 'no-store');
  // Only where people come by https: on a laptop it would lock them out of plain http.
  if (process.env['THROUGHLINE_PUBLIC_URL']?.startsWith('https:') === true) {
    response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  }
  return response;
};

export const config = { matcher: '/((?!_next/static/|icon\\.svg$).*)' };

const securityHeaders = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
] as const;
