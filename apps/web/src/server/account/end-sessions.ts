import { and, eq, ne } from 'drizzle-orm';
import type { Database } from '@throughline/core/db';
import { session } from '@throughline/core/db/schema/auth';

/** Signs a person out on one device. A session that is not theirs or has ended is left alone. */
export const endSession = async (
  { login }: Database,
  { sessionId, userId }: { readonly sessionId: string; readonly userId: string },
): Promise<void> => {
  await login.delete(session).where(and(eq(session.id, sessionId), eq(session.userId, userId)));
};

/** Signs a person out everywhere except here. */
export const endOtherSessions = async (
  { login }: Pick<Database, 'login'>,
  { userId, keep }: { readonly userId: string; readonly keep: string | undefined },
): Promise<void> => {
  await login
    .delete(session)
    .where(and(eq(session.userId, userId), keep === undefined ? undefined : ne(session.id, keep)));
};
