import { webAuth } from '../auth/auth.ts';
import { webDatabase } from '../database.ts';
import { chosenOrganisation } from '../workspace/chosen-organisation.ts';
import { findMembership } from '../workspace/find-membership.ts';
import type { RequestContext } from './context.ts';

/**
 * Reads the session from the request's cookie. It is looked up on every request, so that a removed right ends at once.
 */
export const createContext = async (headers: Headers): Promise<RequestContext> => {
  const database = webDatabase();
  const session = await webAuth().api.getSession({ headers });
  if (session === null || isOld(session.session.createdAt)) {
    return { database, person: undefined, membership: undefined };
  }
  const { id, name, email } = session.user;
  const membership = await findMembership(database, id, chosenOrganisation(headers.get('cookie')));
  return { database, person: { id, name, email }, sessionId: session.session.id, membership };
};

const longestSessionMs = 7 * 24 * 60 * 60 * 1000;

/** A session is prolonged while it is used, but after a week everybody signs in again. */
const isOld = (createdAt: Date): boolean => Date.now() - createdAt.getTime() > longestSessionMs;
