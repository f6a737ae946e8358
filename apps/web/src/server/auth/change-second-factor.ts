import { forgetAttempts, takeAttempt } from './attempt-limits.ts';
import { refuse, type AuthCall } from './auth-call.ts';
import type { AuthGate } from './auth-gate.ts';
import { freshSeconds } from './create-auth.ts';
import { demandProof } from './demand-proof.ts';
import { recordAccountChange, type AccountChange } from './record-account-change.ts';
import { reauthenticationLimit } from './sign-in-limits.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

interface Deed {
  /** How notice and audit log name it; null for what only begins something. */
  readonly change: AccountChange | null;
  /**
   * `proof`: password and second factor again. `password`: that again, soon after signing in. `fresh`: soon after signing
   * in, which the library itself sees to.
   */
  readonly demands: 'proof' | 'password' | 'fresh';
}

const deeds: Readonly<Record<string, Deed>> = {
  '/two-factor/enable': { change: null, demands: 'password' },
  '/two-factor/disable': { change: 'second-factor-disabled', demands: 'proof' },
  '/two-factor/generate-backup-codes': { change: 'recovery-codes-made', demands: 'proof' },
  '/passkey/verify-registration': { change: 'passkey-added', demands: 'fresh' },
  '/passkey/delete-passkey': { change: 'passkey-removed', demands: 'proof' },
};

export const changesSecondFactor = (path: string): boolean => Object.hasOwn(deeds, path);

/** Changes a second factor of somebody who is signed in: neither an open browser nor a stolen password is enough. */
export const changeSecondFactor = async (gate: AuthGate, call: AuthCall): Promise<Response> => {
  const signedIn = await gate.signedIn(call.headers);
  const deed = deeds[call.path];
  if (signedIn === undefined || deed === undefined) return gate.pass(call.request);
  const { userId, since } = signedIn;
  const now = gate.now();
  if (deed.demands === 'password' && now.getTime() - since.getTime() > freshSeconds * 1000) return notFresh();
  const refusal = deed.demands === 'proof' ? await demandProof(gate, call, userId) : undefined;
  if (refusal !== undefined) return refusal;
  const response = deed.demands === 'password' ? await passCounted(gate, call, userId) : await gate.pass(call.request);
  if (response.ok && deed.change !== null) {
    const { address, userAgent } = call;
    await recordAccountChange(gate.database, { userId, change: deed.change, address, userAgent, now });
  }
  return response;
};

/** The library checks the password of this call, so it is a chance to guess it. */
const passCounted = async (gate: AuthGate, call: AuthCall, userId: string): Promise<Response> => {
  const { login } = gate.database;
  const now = gate.now();
  const limit = reauthenticationLimit(userId);
  const attempt = await takeAttempt(login, limit, now);
  if (!attempt.isAllowed) return tooManyAttempts(attempt.resetsAt, now);
  const response = await gate.pass(call.request);
  if (response.ok) await forgetAttempts(login, limit.subject);
  return response;
};

const notFresh = (): Response =>
  refuse(403, 'SESSION_NOT_FRESH', 'You signed in a while ago. Sign out, sign in again, then try again.');
