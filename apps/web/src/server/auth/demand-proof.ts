import { eq } from 'drizzle-orm';
import { session } from '@throughline/core/db/schema/auth';
import { findCredential } from '../account/find-credential.ts';
import { forgetAttempts, takeAttempt } from './attempt-limits.ts';
import { refuse, type AuthCall } from './auth-call.ts';
import type { AuthGate } from './auth-gate.ts';
import { findPasskeyUser } from './find-account.ts';
import { findSecondFactors, type SecondFactors } from './find-second-factors.ts';
import { authBase } from './open-auth-paths.ts';
import { codeSpent } from './sign-in-by-step.ts';
import { codeLimit, reauthenticationLimit } from './sign-in-limits.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

/**
 * Requires a signed-in person's password and, if they have one, a second factor: the call carries `password`, and
 * `code`, `recoveryCode` or `passkey`. Every attempt counts until one succeeds.
 * @returns the refusal, or undefined if everything is right
 */
export const demandProof = async (gate: AuthGate, call: AuthCall, userId: string): Promise<Response | undefined> => {
  const { login } = gate.database;
  const now = gate.now();
  const limit = reauthenticationLimit(userId);
  const attempt = await takeAttempt(login, limit, now);
  if (!attempt.isAllowed) return tooManyAttempts(attempt.resetsAt, now);
  const password = textOf(call, 'password');
  // The password is checked first, because a wrong one must not use up a recovery code.
  if (password === undefined || (await findCredential(gate.database, { userId, password })) === undefined) {
    return refuse(400, 'INVALID_PASSWORD', 'The password is not right.');
  }
  const refusal = await demandFactor(gate, call, userId);
  if (refusal === undefined) await forgetAttempts(login, limit.subject);
  return refusal;
};

/** The parts of a call that carry the proof of a second factor, and the session that it belongs to. */
interface FactorCall {
  readonly headers: Headers;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly request: Pick<Request, 'url'>;
}

/** Requires a second factor of a person who has one. @returns the refusal, or undefined if there is nothing to refuse */
export const demandFactor = async (gate: AuthGate, call: FactorCall, userId: string): Promise<Response | undefined> => {
  const factors = await findSecondFactors(gate.database.login, userId);
  return factors.hasApp || factors.hasPasskey ? checkFactor(gate, call, { userId, factors }) : undefined;
};

interface Owner {
  readonly userId: string;
  readonly factors: SecondFactors;
}

const checkFactor = async (gate: AuthGate, call: FactorCall, owner: Owner): Promise<Response | undefined> => {
  const { hasApp, hasPasskey } = owner.factors;
  const code = textOf(call, 'code');
  const recoveryCode = textOf(call, 'recoveryCode');
  if (hasApp && code !== undefined) {
    const isFresh = await takeAttempt(gate.database.login, codeLimit(owner.userId, code), gate.now());
    return isFresh.isAllowed ? checkWith(gate, call, '/two-factor/verify-totp', { code }) : codeSpent();
  }
  if (hasApp && recoveryCode !== undefined) {
    return checkWith(gate, call, '/two-factor/verify-backup-code', { code: recoveryCode, disableSession: true });
  }
  const { passkey } = call.fields;
  return hasPasskey && passkey !== undefined
    ? checkPasskey(gate, call, { userId: owner.userId, passkey })
    : factorNeeded(owner.factors);
};

/** The library answers a valid passkey with a new session, which was not requested here. */
const checkPasskey = async (
  gate: AuthGate,
  call: FactorCall,
  { userId, passkey }: { readonly userId: string; readonly passkey: unknown },
): Promise<Response | undefined> => {
  const { login } = gate.database;
  if ((await findPasskeyUser(login, passkey)) !== userId) {
    return refuse(401, 'PASSKEY_NOT_FOUND', 'This passkey is not one of this account.');
  }
  const response = await gate.pass(innerRequest(call, '/passkey/verify-authentication', { response: passkey }));
  if (!response.ok) return response;
  const made = (await response.json()) as { readonly session: { readonly id: string } };
  await login.delete(session).where(eq(session.id, made.session.id));
  return undefined;
};

/** Lets the library check it. A positive answer is dropped, because it contains a new sign-in. */
const checkWith = async (
  gate: AuthGate,
  call: FactorCall,
  path: string,
  body: object,
): Promise<Response | undefined> => {
  const response = await gate.pass(innerRequest(call, path, body));
  return response.ok ? undefined : response;
};

const innerRequest = (call: FactorCall, path: string, body: object): Request =>
  new Request(new URL(`${authBase}${path}`, call.request.url), {
    method: 'POST',
    headers: call.headers,
    body: JSON.stringify(body),
  });

const factorNeeded = ({ hasApp }: SecondFactors): Response =>
  refuse(
    403,
    'SECOND_FACTOR_NEEDED',
    hasApp
      ? 'Enter a code from your authenticator app or a recovery code as well, or use a passkey.'
      : 'Use one of your passkeys as well. If you have lost them, set up an authenticator app first and use its code.',
  );

const textOf = (call: FactorCall, field: string): string | undefined => {
  const value = call.fields[field];
  return typeof value === 'string' && value.length <= 1000 ? value : undefined;
};
