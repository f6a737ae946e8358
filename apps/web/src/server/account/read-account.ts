import { and, asc, desc, eq, gt } from 'drizzle-orm';
import type { Database } from '@throughline/core/db';
import { passkey, session, signInEvent, user } from '@throughline/core/db/schema/auth';
import { shownEvent } from './shown-event.ts';

interface ReadAccountInput {
  readonly userId: string;
  readonly sessionId: string | undefined;
  readonly now: Date;
}

const shownEvents = 20;

/** What a person sees of their own account. Session tokens and keys stay on the server. */
export const readAccount = async ({ login }: Database, { userId, sessionId, now }: ReadAccountInput) => {
  const [person] = await login
    .select({ name: user.name, email: user.email, hasSecondFactor: user.twoFactorEnabled })
    .from(user)
    .where(eq(user.id, userId));
  const sessions = await login
    .select({
      id: session.id,
      address: session.ipAddress,
      userAgent: session.userAgent,
      signedInAt: session.createdAt,
      lastSeenAt: session.updatedAt,
    })
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, now)))
    .orderBy(desc(session.createdAt));
  const passkeys = await login
    .select({ id: passkey.id, name: passkey.name, addedAt: passkey.createdAt })
    .from(passkey)
    .where(eq(passkey.userId, userId))
    .orderBy(asc(passkey.createdAt));
  const events = await login
    .select(shownEvent)
    .from(signInEvent)
    .where(eq(signInEvent.userId, userId))
    .orderBy(desc(signInEvent.createdAt), desc(signInEvent.id))
    .limit(shownEvents);
  return {
    name: person?.name ?? '',
    email: person?.email ?? '',
    hasSecondFactor: person?.hasSecondFactor ?? false,
    sessions: sessions.map((each) => ({ ...each, isCurrent: each.id === sessionId })),
    passkeys,
    events,
  };
};
