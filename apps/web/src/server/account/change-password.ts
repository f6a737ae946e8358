import { and, eq } from 'drizzle-orm';
import type { Database } from '@throughline/core/db';
import { account, verification } from '@throughline/core/db/schema/auth';
import { hashPassword } from '@throughline/core/password/hash-password';
import { forgetAttempts, takeAttempt } from '../auth/attempt-limits.ts';
import { findSecondFactors } from '../auth/find-second-factors.ts';
import type { FactorProof, ProveFactor } from '../auth/prove-factor.ts';
import { recordAccountChange } from '../auth/record-account-change.ts';
import { reauthenticationLimit } from '../auth/sign-in-limits.ts';
import { describeWait } from '../auth/too-many-attempts.ts';
import type { Person } from '../trpc/context.ts';
import { Refusal } from '../trpc/refusal.ts';
import { endOtherSessions } from './end-sessions.ts';
import { findCredential } from './find-credential.ts';
import { requireGoodPassword } from './require-good-password.ts';

export interface ChangePasswordInput {
  readonly person: Person;
  /** The session that is kept. */
  readonly sessionId: string | undefined;
  readonly current: string;
  readonly next: string;
  /** The second factor, which is asked for when the person has one. */
  readonly factor: FactorProof;
  readonly proveFactor: ProveFactor | undefined;
  readonly now: Date;
}

/**
 * Changes one's own password and ends all other sessions, so the old password alone no longer opens anything. Passkeys
 * are kept, even one that an intruder may have added; the screen asks the person to look through them. Somebody who has
 * a second factor proves it too: a stolen password and an open browser must not be enough to lock its owner out.
 * @throws Refusal `TOO_MANY_ATTEMPTS`, `PASSWORD_WRONG`, `PASSWORD_SAME`, `SECOND_FACTOR_NEEDED` and those of a factor that
 * is not right; PersonError `PASSWORD_WEAK`
 */
export const changePassword = async (database: Database, input: ChangePasswordInput): Promise<void> => {
  const { person, sessionId, now } = input;
  const { login } = database;
  const { id, oldHash, newHash } = await judgeReplacement(database, input, () => requireFactor(database, input));
  await login.transaction(async (tx) => {
    const [changed] = await tx
      .update(account)
      .set({ password: newHash, updatedAt: now })
      // Only if nobody else has changed it in the meantime.
      .where(and(eq(account.id, id), eq(account.password, oldHash)))
      .returning({ id: account.id });
    if (changed === undefined) throw wrong();
    await endOtherSessions({ login: tx }, { userId: person.id, keep: sessionId });
    await tx.delete(verification).where(eq(verification.value, person.id));
  });
  const change = { userId: person.id, change: 'password-changed', address: null, userAgent: null, now } as const;
  await recordAccountChange(database, change);
};

/**
 * The hash of a good new password, and that of the old one that came with it. `alsoRequire` is asked once the old one is
 * known to be right. @throws like `changePassword`
 */
export const judgeReplacement = async (
  database: Database,
  { person, current, next, now }: Pick<ChangePasswordInput, 'person' | 'current' | 'next' | 'now'>,
  alsoRequire: () => Promise<void> = async () => undefined,
) => {
  if (current === next) {
    throw new Refusal('invalid', 'PASSWORD_SAME', 'The new password is the old one. Choose another one.');
  }
  requireGoodPassword(next, [person.name, person.email]);
  const asked = { userId: person.id, password: current, now, alsoRequire };
  const { id, hash: oldHash } = await requirePassword(database, asked);
  return { id, oldHash, newHash: await hashPassword(next) };
};

/** @throws Refusal when the person has a second factor, and does not prove it */
const requireFactor = async (
  { login }: Database,
  { person, factor, proveFactor }: Pick<ChangePasswordInput, 'person' | 'factor' | 'proveFactor'>,
): Promise<void> => {
  if (proveFactor !== undefined) return proveFactor(person.id, factor);
  const { hasApp, hasPasskey } = await findSecondFactors(login, person.id);
  if (hasApp || hasPasskey) {
    throw new Refusal(
      'invalid',
      'SECOND_FACTOR_NEEDED',
      'Prove your second factor as well, on the page “Your account”.',
    );
  }
};

interface Asked {
  readonly userId: string;
  readonly password: string;
  readonly now: Date;
  readonly alsoRequire: () => Promise<void>;
}

/** Counts the attempt first, because a stolen session must not become a way to guess the password or a code. */
const requirePassword = async ({ login }: Database, { userId, password, now, alsoRequire }: Asked) => {
  const limit = reauthenticationLimit(userId);
  const { isAllowed, resetsAt } = await takeAttempt(login, limit, now);
  if (!isAllowed) {
    const minutes = Math.ceil((resetsAt.getTime() - now.getTime()) / 60_000);
    throw new Refusal('conflict', 'TOO_MANY_ATTEMPTS', describeWait(minutes));
  }
  const credential = await findCredential({ login }, { userId, password });
  if (credential === undefined) throw wrong();
  await alsoRequire();
  await forgetAttempts(login, limit.subject);
  return credential;
};

const wrong = (): Refusal => new Refusal('invalid', 'PASSWORD_WRONG', 'The current password is not right.');
