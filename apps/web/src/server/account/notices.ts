import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '@throughline/core/db';
import { signInEvent } from '@throughline/core/db/schema/auth';

const unseen = (userId: string) =>
  and(eq(signInEvent.userId, userId), inArray(signInEvent.outcome, ['locked', 'changed']), isNull(signInEvent.seenAt));

/** What a person should know about their sign-in, newest first, until they have seen it: locks, and what was changed. */
export const listNotices = ({ login }: Database, userId: string) =>
  login
    .select({
      id: signInEvent.id,
      outcome: signInEvent.outcome,
      method: signInEvent.method,
      address: signInEvent.address,
      at: signInEvent.createdAt,
    })
    .from(signInEvent)
    .where(unseen(userId))
    .orderBy(desc(signInEvent.createdAt))
    .limit(10);

export const dismissNotices = async (
  { login }: Database,
  { userId, now }: { readonly userId: string; readonly now: Date },
): Promise<void> => {
  await login.update(signInEvent).set({ seenAt: now }).where(unseen(userId));
};
