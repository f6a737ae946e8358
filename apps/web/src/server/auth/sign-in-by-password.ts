import { and, eq } from 'drizzle-orm';
import type { Database } from '@throughline/core/db';
import { account } from '@throughline/core/db/schema/auth';
import { hashPassword, needsRehash } from '@throughline/core/password/hash-password';
import { forgetAttempts, lockSubject, returnAttempt, sweepAttempts, takeAttempt } from './attempt-limits.ts';
import type { AuthCall } from './auth-call.ts';
import { findAccount } from './find-account.ts';
import type { AuthGate } from './auth-gate.ts';
import { logFailure } from './log-failure.ts';
import { recordSignIn } from './record-sign-in.ts';
import { knownDevice, rememberDevice } from './known-device.ts';
import { accountLimit, addressLimit, deviceLimit } from './sign-in-limits.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

const longestEmail = 254;

/**
 * Signs in with e-mail and password. The limits are counted before a hash of the password is computed. A browser in
 * which this person has signed in before has a separate limit, so that no flood from elsewhere keeps them out.
 */
export const signInByPassword = async (gate: AuthGate, call: AuthCall): Promise<Response> => {
  const { login } = gate.database;
  const { address, userAgent } = call;
  const now = gate.now();
  const email = emailOf(call.fields['email']);
  const found = await findAccount(login, { email, address, now });
  const device = knownDevice(gate, call, found?.userId);
  const ofAddress = addressLimit(address);
  const first = device === undefined ? await takeAttempt(login, ofAddress, now) : undefined;
  if (first?.isAllowed === false) return tooManyAttempts(first.resetsAt, now);
  const ofAccount =
    device === undefined || found === undefined
      ? accountLimit({ email, address, isKnownAddress: found?.isKnownAddress ?? false })
      : deviceLimit(device.id, found.userId);
  const second = await takeAttempt(login, ofAccount, now);
  if (!second.isAllowed) return tooManyAttempts(second.resetsAt, now);
  const response = await gate.pass(call.request);
  const record = { userId: found?.userId ?? '', method: 'password', address, userAgent, now } as const;
  if (response.ok && found !== undefined) {
    if (first !== undefined) await returnAttempt(login, ofAddress.subject);
    await forgetAttempts(login, ofAccount.subject);
    await sweepAttempts(login, now);
    await strengthenHash(login, found.userId, call.fields['password']);
    if (await asksForSecondStep(response)) return response;
    await recordSignIn(gate.database, { ...record, outcome: 'succeeded' });
    return rememberDevice(gate, call, { response, userId: found.userId });
  }
  if (second.isLast) await lockSubject(login, ofAccount, now);
  // Not awaited, because the response time must not reveal whether the account exists.
  if (found !== undefined) {
    const outcome = second.isLast ? 'locked' : 'failed';
    void recordSignIn(gate.database, { ...record, outcome }).catch(logFailure('A failed sign-in was not recorded'));
  }
  return response;
};

const emailOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim().toLowerCase().slice(0, longestEmail).replaceAll('\u0000', '') : '';

const asksForSecondStep = async (response: Response): Promise<boolean> => {
  const body: unknown = await response.clone().json();
  return typeof body === 'object' && body !== null && 'twoFactorRedirect' in body;
};

/** Replaces a hash with an earlier, weaker setting while the password is available. */
const strengthenHash = async (login: Database['login'], userId: string, password: unknown): Promise<void> => {
  const [credential] = await login
    .select({ id: account.id, hash: account.password })
    .from(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, 'credential')));
  if (typeof password !== 'string' || credential?.hash == null || !needsRehash(credential.hash)) return;
  const { id, hash } = credential;
  await login
    .update(account)
    .set({ password: await hashPassword(password) })
    // Only if nobody has changed the password in the meantime.
    .where(and(eq(account.id, id), eq(account.password, hash)));
};
