import { webAuth, webAuthGate, webDevices } from '../auth/auth.ts';
import { currentSession } from '../auth/current-session.ts';
import { proveFactor } from '../auth/prove-factor.ts';
import { webDatabase } from '../database.ts';
import { webEnv } from '../env.ts';
import { chosenOrganisation } from '../workspace/chosen-organisation.ts';
import { findMembership } from '../workspace/find-membership.ts';
import type { RequestContext } from './context.ts';

/**
 * Reads the session from the request's cookie. It is looked up on every request, so that a removed right ends at once.
 */
export const createContext = async (headers: Headers): Promise<RequestContext> => {
  const database = webDatabase();
  const session = await currentSession(webAuth(), database, headers, new Date());
  const browserAccounts = webDevices().read(headers.get('cookie'))?.accounts ?? [];
  if (session === null) return { database, person: undefined, membership: undefined, browserAccounts };
  const { id, name, email } = session.user;
  const membership = await findMembership(database, id, chosenOrganisation(headers.get('cookie')));
  return {
    database,
    person: { id, name, email },
    sessionId: session.session.id,
    membership,
    browserAccounts,
    proveFactor: proveFactor(webAuthGate(), headers, webEnv().publicUrl),
  };
};
