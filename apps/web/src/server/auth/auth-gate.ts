import type { Database } from '@throughline/core/db';
import type { TrustedProxies } from './client-address.ts';
import type { Auth } from './create-auth.ts';

/** What stands between the network and the sign-in library. */
export interface AuthGate {
  readonly database: Database;
  readonly trusted: TrustedProxies;
  /** The library itself. */
  readonly pass: (request: Request) => Promise<Response>;
  /** Who is signed in, by the headers of a request. */
  readonly signedInAs: (headers: Headers) => Promise<string | undefined>;
  readonly now: () => Date;
}

/** The gate of a sign-in library. */
export const gateOf = (auth: Auth, given: Pick<AuthGate, 'database' | 'trusted'>): AuthGate => ({
  ...given,
  pass: (request) => auth.handler(request),
  signedInAs: async (headers) => (await auth.api.getSession({ headers }))?.user.id,
  now: () => new Date(),
});
