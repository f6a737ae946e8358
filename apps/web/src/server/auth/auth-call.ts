import { clientAddress, type TrustedProxies } from './client-address.ts';
import { authBase, openAuthPath } from './open-auth-paths.ts';
import { socketAddressOf } from './socket-address.ts';

/** A request to the sign-in library, whose body was already bounded. */
export interface AuthCall {
  readonly path: string;
  readonly address: string;
  readonly userAgent: string | null;
  readonly headers: Headers;
  /** The fields of a JSON body; empty for anything else. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The request as the library receives it. */
  readonly request: Request;
}

/** Tells the library the client's address. It is overwritten on every request, so clients cannot set it. */
export const addressHeader = 'x-throughline-address';

/** @returns the call, or the answer that refuses it */
export const readAuthCall = async (request: Request, trusted: TrustedProxies): Promise<AuthCall | Response> => {
  const url = new URL(request.url);
  const path = openAuthPath(url.pathname);
  if (path === undefined) return refuse(404, 'NOT_FOUND', `There is nothing at ${authBase} by this name.`);
  const text = request.method === 'GET' ? '' : await request.text();
  const headers = new Headers(request.headers);
  const address = addressOf(headers, trusted);
  headers.set(addressHeader, address);
  headers.delete('content-length');
  const body = text === '' ? {} : { body: text };
  return {
    path,
    address,
    userAgent: headers.get('user-agent'),
    headers,
    fields: fieldsOf(text),
    request: new Request(url, { method: request.method, headers, ...body }),
  };
};

/** Identifies the sender of a request with these headers. */
export const addressOf = (headers: Headers, trusted: TrustedProxies): string =>
  clientAddress({ socketAddress: socketAddressOf(headers), forwardedFor: headers.get('x-forwarded-for') }, trusted);

/** A refusal in the library's own form. */
export const refuse = (
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response => Response.json({ code, message }, { status, headers: { 'cache-control': 'no-store', ...headers } });

const fieldsOf = (text: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
};
