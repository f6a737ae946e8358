import { and, eq } from 'drizzle-orm';
import type { Database } from '@throughline/core/db';
import { account } from '@throughline/core/db/schema/auth';
import { verifyPassword } from '@throughline/core/password/hash-password';

/**
 * The stored password of a person if this one matches; undefined for a wrong one. Count the attempt before calling
 * this.
 */
export const findCredential = async (
  { login }: Pick<Database, 'login'>,
  { userId, password }: { readonly userId: string; readonly password: string },
) => {
  const [credential] = await login
    .select({ id: account.id, hash: account.password })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')));
  if (credential?.hash == null || !(await verifyPassword({ hash: credential.hash, password }))) return undefined;
  return { id: credential.id, hash: credential.hash };
};
