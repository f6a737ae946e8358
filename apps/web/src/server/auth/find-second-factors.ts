import { eq, sql } from 'drizzle-orm';
import type { Database } from '@throughline/core/db';
import { passkey, user } from '@throughline/core/db/schema/auth';

export interface SecondFactors {
  /** An authenticator app, with its recovery codes. */
  readonly hasApp: boolean;
  readonly hasPasskey: boolean;
}

/** Ways in which people prove who they are, besides their password. */
export const findSecondFactors = async (login: Database['login'], userId: string): Promise<SecondFactors> => {
  const [found] = await login
    .select({
      hasApp: user.twoFactorEnabled,
      hasPasskey: sql<boolean>`exists (select from ${passkey} where ${eq(passkey.userId, user.id)})`,
    })
    .from(user)
    .where(eq(user.id, userId));
  return found ?? { hasApp: false, hasPasskey: false };
};
