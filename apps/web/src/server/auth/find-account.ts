import { and, eq, gt, sql } from 'drizzle-orm';
import type { Database } from '@throughline/core/db';
import { passkey, signInEvent, user } from '@throughline/core/db/schema/auth';
import { addressGroup } from './client-address.ts';

const knownMs = 30 * 24 * 60 * 60 * 1000;

export interface FoundAccount {
  readonly userId: string;
  /** They signed in from this address, or this IPv6 network, within the last 30 days. */
  readonly isKnownAddress: boolean;
}

/** Finds the account of an e-mail with one query, whether it exists or not. */
export const findAccount = async (
  login: Database['login'],
  { email, address, now }: { readonly email: string; readonly address: string; readonly now: Date },
): Promise<FoundAccount | undefined> => {
  const since = new Date(now.getTime() - knownMs);
  const [found] = await login
    .select({
      userId: user.id,
      isKnownAddress: sql<boolean>`exists (
        select from ${signInEvent} where ${and(
          eq(signInEvent.userId, user.id),
          eq(signInEvent.outcome, 'succeeded'),
          isOfSameGroup(address),
          gt(signInEvent.createdAt, since),
        )})`,
    })
    .from(user)
    .where(eq(user.email, email));
  return found;
};

/** Compares addresses like the limits: providers give a customer a whole IPv6 network and change the rest at will. */
const isOfSameGroup = (address: string) => {
  const group = addressGroup(address);
  if (group === address) return eq(signInEvent.address, address);
  return sql`case when pg_input_is_valid(${signInEvent.address}, 'inet') then ${signInEvent.address}::inet << ${group}::inet end`;
};

/** The person whose passkey a browser presented; `response` is the field of the body with that name. */
export const findPasskeyUser = async (login: Database['login'], response: unknown): Promise<string | undefined> => {
  if (typeof response !== 'object' || response === null || !('id' in response)) return undefined;
  if (typeof response.id !== 'string') return undefined;
  const [found] = await login
    .select({ userId: passkey.userId })
    .from(passkey)
    .where(eq(passkey.credentialID, response.id));
  return found?.userId;
};
