import type { Database } from '@throughline/core/db';
import type { TrustedProxies } from './client-address.ts';
import type { Auth } from './create-auth.ts';
import { currentSession } from './current-session.ts';
import type { DeviceCookies } from './device-cookies.ts';

interface SignedIn {
  readonly userId: string;
  readonly since: Date;
}

/** Everything between the network and the sign-in library. */
export interface AuthGate {
  readonly database: Database;
  readonly trusted: TrustedProxies;
  readonly devices: DeviceCookies;
  /** The library itself. */
  readonly pass: (request: Request) => Promise<Response>;
  /** Who is signed in, and since when, according to the headers of a request. */
  readonly signedIn: (headers: Headers) => Promise<SignedIn | undefined>;
  /** Who has entered the right password but not yet taken the second step, according to the headers of a request. */
  readonly waiting: (headers: Headers) => Promise<string | undefined>;
  readonly now: () => Date;
}

/** The gate of a sign-in library. */
export const gateOf = (auth: Auth, given: Pick<AuthGate, 'database' | 'trusted' | 'devices'>): AuthGate => {
  const now = (): Date => new Date();
  const sessionOf = (headers: Headers) => currentSession(auth, given.database, headers, now());
  return {
    ...given,
    pass: async (request) => {
      // The library knows no maximum age of a session, so one that is too old must be removed before it looks.
      await sessionOf(request.headers);
      return auth.handler(request);
    },
    signedIn: async (headers) => {
      const found = await sessionOf(headers);
      return found === null ? undefined : { userId: found.user.id, since: found.session.createdAt };
    },
    waiting: async (headers) => (await auth.api.findWaitingUser({ headers })) ?? undefined,
    now,
  };
};
