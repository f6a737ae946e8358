import { createHash } from 'node:crypto';
import { eq, lt, sql } from 'drizzle-orm';
import type { Database } from '@throughline/core/db';
import { signInLimit } from '@throughline/core/db/schema/auth';

export interface Limit {
  /** What is counted, for example `address:203.0.113.9`. */
  readonly subject: string;
  /** The number of failed attempts that are allowed. */
  readonly max: number;
  readonly windowMs: number;
}

export interface Attempt {
  readonly isAllowed: boolean;
  /** True for the last allowed attempt: if it fails, the subject is locked. */
  readonly isLast: boolean;
  /** When the count starts over. */
  readonly resetsAt: Date;
}

type Login = Database['login'];

/**
 * Counts an attempt before any work is done for it. It takes one statement, so that concurrent attempts in any process
 * are all counted.
 */
export const takeAttempt = async (login: Login, { subject, max, windowMs }: Limit, now: Date): Promise<Attempt> => {
  const fresh = new Date(now.getTime() + windowMs);
  const isOver = sql`${signInLimit.resetsAt} <= ${now.toISOString()}::timestamptz`;
  const [row] = await login
    .insert(signInLimit)
    .values({ key: keyOf(subject), count: 1, resetsAt: fresh })
    .onConflictDoUpdate({
      target: signInLimit.key,
      set: {
        count: sql`case when ${isOver} then 1 else least(${signInLimit.count} + 1, ${max + 1}) end`,
        resetsAt: sql`case when ${isOver} then ${fresh.toISOString()}::timestamptz else ${signInLimit.resetsAt} end`,
      },
    })
    .returning({ count: signInLimit.count, resetsAt: signInLimit.resetsAt });
  const { count = max + 1, resetsAt = fresh } = row ?? {};
  return { isAllowed: count <= max, isLast: count === max, resetsAt };
};

/** Locks a subject for a whole window from now on, after its last attempt failed. */
export const lockSubject = async (login: Login, { subject, windowMs }: Limit, now: Date): Promise<Date> => {
  const resetsAt = new Date(now.getTime() + windowMs);
  await login
    .update(signInLimit)
    .set({ resetsAt })
    .where(eq(signInLimit.key, keyOf(subject)));
  return resetsAt;
};

/** An attempt that succeeded does not count. */
export const returnAttempt = (login: Login, subject: string) =>
  login
    .update(signInLimit)
    .set({ count: sql`greatest(${signInLimit.count} - 1, 0)` })
    .where(eq(signInLimit.key, keyOf(subject)));

/** Forgets a subject whose person has proved who they are. */
export const forgetAttempts = (login: Login, subject: string) =>
  login.delete(signInLimit).where(eq(signInLimit.key, keyOf(subject)));

/** Removes expired counts. */
export const sweepAttempts = (login: Login, now: Date) =>
  login.delete(signInLimit).where(lt(signInLimit.resetsAt, now));

const keyOf = (subject: string): string => createHash('sha256').update(subject).digest('hex');
