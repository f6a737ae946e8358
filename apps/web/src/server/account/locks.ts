import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Database } from '@throughline/core/db';
import { signInEvent } from '@throughline/core/db/schema/auth';

const unseen = (userId: string) =>
  and(eq(signInEvent.userId, userId), eq(signInEvent.outcome, 'locked'), isNull(signInEvent.seenAt));

/** Times when the account was locked because somebody kept guessing, newest first, until the person has seen them. */
export const listLocks = ({ login }: Database, userId: string) =>
  login
    .select({ id: signInEvent.id, address: signInEvent.address, at: signInEvent.createdAt })
    .from(signInEvent)
    .where(unseen(userId))
    .orderBy(desc(signInEvent.createdAt))
    .limit(10);

export const dismissLocks = async (
  { login }: Database,
  { userId, now }: { readonly userId: string; readonly now: Date },
): Promise<void> => {
  await login.update(signInEvent).set({ seenAt: now }).where(unseen(userId));
};
