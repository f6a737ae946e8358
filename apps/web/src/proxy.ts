import { NextResponse, type NextRequest } from 'next/server';
import { contentSecurityPolicy } from './server/content-security-policy.ts';
import { isFromOtherSite } from './server/own-site.ts';
import { securityHeaders } from './server/security-headers.ts';

/**
 * Refuses calls that other sites' pages make, and gives every other request a policy with its own nonce. Next puts the
 * nonce on the scripts that it writes.
 */
export const proxy = (request: NextRequest): NextResponse => {
  const { pathname, search } = request.nextUrl;
  const publicUrl = process.env['THROUGHLINE_PUBLIC_URL'];
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development');
  const response =
    pathname.startsWith('/api/') && isFromOtherSite(request.headers, publicUrl)
      ? NextResponse.json({ message: 'This request comes from a page of another site.' }, { status: 403 })
      : NextResponse.next({ request: { headers: forPages(request.headers, nonce, policy, pathname + search) } });
  response.headers.set('content-security-policy', policy);
  for (const [name, value] of Object.entries(securityHeaders(pathname, publicUrl))) response.headers.set(name, value);
  return response;
};

const forPages = (sent: Headers, nonce: string, policy: string, path: string): Headers => {
  const headers = new Headers(sent);
  headers.set('x-nonce', nonce);
  // A layout has no other way to know its path, and sign-in must lead back to it.
  headers.set('x-path', path);
  headers.set('content-security-policy', policy);
  return headers;
};

export const config = { matcher: '/((?!_next/static/|icon\\.svg$).*)' };
