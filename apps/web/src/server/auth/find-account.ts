import { and, eq, gt, sql } from 'drizzle-orm';
import type { Database } from '@throughline/core/db';
import { passkey, signInEvent, user, verification } from '@throughline/core/db/schema/auth';

const knownMs = 30 * 24 * 60 * 60 * 1000;

export interface FoundAccount {
  readonly userId: string;
  /** They signed in from this address within the last 30 days. */
  readonly isKnownAddress: boolean;
}

/** The account of an e-mail, in one query whether there is one or not. */
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
          eq(signInEvent.address, address),
          gt(signInEvent.createdAt, since),
        )})`,
    })
    .from(user)
    .where(eq(user.email, email));
  return found;
};

/** Whose sign-in waits for a second step, by the cookie that says which one. */
export const findWaitingUser = async (
  login: Database['login'],
  cookies: string | null,
): Promise<string | undefined> => {
  const [, value] = /(?:^|;\s*)(?:__Secure-)?throughline\.two_factor=([^;]{1,300})/.exec(cookies ?? '') ?? [];
  const identifier = value?.split(/\.|%2E/i)[0];
  if (identifier === undefined) return undefined;
  const [found] = await login
    .select({ userId: verification.value })
    .from(verification)
    .where(eq(verification.identifier, identifier));
  return found?.userId;
};

/** Whose passkey a browser presented; `response` is the body's field of that name. */
export const findPasskeyUser = async (login: Database['login'], response: unknown): Promise<string | undefined> => {
  if (typeof response !== 'object' || response === null || !('id' in response)) return undefined;
  if (typeof response.id !== 'string') return undefined;
  const [found] = await login
    .select({ userId: passkey.userId })
    .from(passkey)
    .where(eq(passkey.credentialID, response.id));
  return found?.userId;
};
