import { eq } from 'drizzle-orm';
import type { Database } from '@throughline/core/db';
import { session } from '@throughline/core/db/schema/auth';
import type { Auth } from './create-auth.ts';

const longestSessionMs = 7 * 24 * 60 * 60 * 1000;

/**
 * The session to which the headers of a request belong. A session is extended while it is used, but after a week
 * everybody has to sign in again. An older one is removed here, so that the sign-in library does not accept it either.
 */
export const currentSession = async (auth: Auth, { login }: Database, headers: Headers, now: Date) => {
  const found = await auth.api.getSession({ headers });
  if (found === null || now.getTime() - found.session.createdAt.getTime() <= longestSessionMs) return found;
  await login.delete(session).where(eq(session.id, found.session.id));
  return null;
};
