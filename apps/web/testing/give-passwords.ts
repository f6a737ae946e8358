import type { Database } from '@throughline/core/db';
import { account } from '@throughline/core/db/schema/auth';
import { hashPassword } from '@throughline/core/password/hash-password';

/** Gives people without a password this one to sign in with. */
export const givePasswords = async (
  { login }: Database,
  userIds: readonly string[],
  password: string,
): Promise<void> => {
  const hash = await hashPassword(password);
  await login.insert(account).values(
    userIds.map((userId) => ({
      id: `${userId}-password`,
      accountId: userId,
      providerId: 'credential',
      userId,
      password: hash,
    })),
  );
};
