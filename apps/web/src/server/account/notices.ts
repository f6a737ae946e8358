import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '@throughline/core/db';
import { signInEvent } from '@throughline/core/db/schema/auth';
import { shownEvent } from './shown-event.ts';

const unseen = (userId: string) =>
  and(eq(signInEvent.userId, userId), inArray(signInEvent.outcome, ['locked', 'changed']), isNull(signInEvent.seenAt));

/** What a person should know about their sign-in, newest first, until they have seen it: locks and changes. */
export const listNotices = ({ login }: Database, userId: string) =>
  login.select(shownEvent).from(signInEvent).where(unseen(userId)).orderBy(desc(signInEvent.createdAt)).limit(10);

export const dismissNotices = async (
  { login }: Database,
  { userId, now }: { readonly userId: string; readonly now: Date },
): Promise<void> => {
  await login.update(signInEvent).set({ seenAt: now }).where(unseen(userId));
};
