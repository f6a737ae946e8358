import { and, eq, lt } from 'drizzle-orm';
import { acrossOrganisations, type Database } from '@throughline/core/db';
import { signInEvent, type SignInOutcome } from '@throughline/core/db/schema/auth';
import { recordSignInEvent } from './record-sign-in-event.ts';

export type SignInMethod = 'password' | 'authenticator-app' | 'recovery-code' | 'passkey';

export interface SignInRecord {
  readonly userId: string;
  readonly outcome: SignInOutcome;
  readonly method: SignInMethod;
  readonly address: string;
  readonly userAgent: string | null;
  readonly now: Date;
}

const keptMs = 90 * 24 * 60 * 60 * 1000;
const longestUserAgent = 300;

/** Records an attempt to sign in: for the person, and in the audit log of each of their organisations. */
export const recordSignIn = (database: Database, record: SignInRecord): Promise<void> =>
  acrossOrganisations(database, async (tx) => {
    const { userId, outcome, method, address, now } = record;
    const userAgent = record.userAgent?.slice(0, longestUserAgent) ?? null;
    const old = new Date(now.getTime() - keptMs);
    await tx.delete(signInEvent).where(and(eq(signInEvent.userId, userId), lt(signInEvent.createdAt, old)));
    const audit = { action: `sign-in.${outcome}`, details: { method, address, userAgent } };
    await recordSignInEvent(tx, { userId, outcome, method, address, userAgent, now, audit });
  });
