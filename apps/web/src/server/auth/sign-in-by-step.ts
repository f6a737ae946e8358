import type { Database } from '@throughline/core/db';
import { returnAttempt, takeAttempt } from './attempt-limits.ts';
import { refuse, type AuthCall } from './auth-call.ts';
import { findPasskeyUser } from './find-account.ts';
import { findSecondFactors } from './find-second-factors.ts';
import type { AuthGate } from './auth-gate.ts';
import { knownDevice, rememberDevice } from './known-device.ts';
import { recordAccountChange } from './record-account-change.ts';
import { recordSignIn, type SignInMethod } from './record-sign-in.ts';
import { addressLimit, codeLimit } from './sign-in-limits.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

/**
 * Signs in with a passkey, or takes the second step after the password. The library itself locks a second factor after
 * ten wrong codes; in addition, attempts are counted per address and recorded here.
 */
export const signInByStep = async (gate: AuthGate, call: AuthCall, method: SignInMethod): Promise<Response> => {
  const { login } = gate.database;
  const { address, userAgent } = call;
  const now = gate.now();
  const enrolling = method === 'passkey' ? undefined : (await gate.signedIn(call.headers))?.userId;
  if (enrolling !== undefined && !(await isEnrolling(login, enrolling, method))) return alreadyIn();
  const userId = enrolling ?? (await userOf(gate, call, method));
  const ofAddress = addressLimit(address);
  const attempt = knownDevice(gate, call, userId) === undefined ? await takeAttempt(login, ofAddress, now) : undefined;
  if (attempt?.isAllowed === false) return tooManyAttempts(attempt.resetsAt, now);
  // An attempt that cannot be attributed to anybody is not passed on: the library must never sign in a person whom this
  // gate does not see.
  if (userId === undefined) return nobodyWaits(method);
  const isSpent =
    method === 'authenticator-app' && enrolling === undefined
      ? !(await takeAttempt(login, codeLimit(userId, String(call.fields['code'])), now)).isAllowed
      : false;
  const response = isSpent ? codeSpent() : await gate.pass(call.request);
  if (response.ok && attempt !== undefined) await returnAttempt(login, ofAddress.subject);
  if (enrolling !== undefined) {
    // The first correct code of a new authenticator app, entered by a person who is already signed in.
    if (response.ok) {
      await takeAttempt(login, codeLimit(enrolling, String(call.fields['code'])), now);
      const change = { userId: enrolling, change: 'second-factor-enabled', address, userAgent, now } as const;
      await recordAccountChange(gate.database, change);
    }
    return response;
  }
  const outcome = response.ok ? 'succeeded' : response.status === 429 ? 'locked' : 'failed';
  await recordSignIn(gate.database, { userId, outcome, method, address, userAgent, now });
  return response.ok ? rememberDevice(gate, call, { response, userId }) : response;
};

/** A signed-in person enters a code here to turn their new app on. Any other code would be a free guess. */
const isEnrolling = async (login: Database['login'], userId: string, method: SignInMethod): Promise<boolean> =>
  method === 'authenticator-app' && !(await findSecondFactors(login, userId)).hasApp;

const alreadyIn = (): Response => refuse(400, 'NOT_OFFERED', 'You are signed in already. Reload the page.');

export const codeSpent = (): Response =>
  refuse(401, 'CODE_USED', 'This code was used already. Enter the next one that the app shows.');

/** In the library's words. */
const nobodyWaits = (method: SignInMethod): Response =>
  method === 'passkey'
    ? refuse(401, 'PASSKEY_NOT_FOUND', 'This passkey is not known here. Sign in with your password.')
    : refuse(401, 'INVALID_TWO_FACTOR_COOKIE', 'Signing in took too long. Start again with your password.');

const userOf = (gate: AuthGate, call: AuthCall, method: SignInMethod): Promise<string | undefined> =>
  method === 'passkey' ? findPasskeyUser(gate.database.login, call.fields['response']) : gate.waiting(call.headers);
