import { forgetAttempts, takeAttempt } from './attempt-limits.ts';
import { refuse, type AuthCall } from './auth-call.ts';
import type { AuthGate } from './auth-gate.ts';
import { freshSeconds } from './create-auth.ts';
import { demandProof } from './demand-proof.ts';
import { recordAccountChange, type AccountChange } from './record-account-change.ts';
import { reauthenticationLimit } from './sign-in-limits.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

interface Deed {
  /** The name of the change in notice and audit log; null for a call that only begins something. */
  readonly change: AccountChange | null;
  /**
   * `proof`: password and second factor again. `password`: the password again. `challenge`: an answer to the challenge
   * that the library gave this person, which the library checks itself.
   */
  readonly demands: 'proof' | 'password' | 'challenge';
  /** Offered only soon after signing in. */
  readonly isFreshOnly?: true;
}

/**
 * The library registers a passkey only with a challenge that it gave to this person, and gives one only after proof.
 */
const passkeyChallenge = '/passkey/generate-register-options';

const deeds: Readonly<Record<string, Deed>> = {
  '/two-factor/enable': { change: null, demands: 'password', isFreshOnly: true },
  '/two-factor/disable': { change: 'second-factor-disabled', demands: 'proof' },
  '/two-factor/generate-backup-codes': { change: 'recovery-codes-made', demands: 'proof' },
  [passkeyChallenge]: { change: null, demands: 'proof', isFreshOnly: true },
  '/passkey/verify-registration': { change: 'passkey-added', demands: 'challenge', isFreshOnly: true },
  '/passkey/delete-passkey': { change: 'passkey-removed', demands: 'proof' },
};

export const changesSecondFactor = (path: string): boolean => Object.hasOwn(deeds, path);

/** Changes a second factor of a signed-in person. Neither an open browser nor a stolen password is enough. */
export const changeSecondFactor = async (gate: AuthGate, call: AuthCall): Promise<Response> => {
  // A link from elsewhere must not count as an attempt.
  if (call.request.method !== 'POST') return refuse(405, 'NOT_OFFERED', 'This is sent as POST.', { allow: 'POST' });
  const signedIn = await gate.signedIn(call.headers);
  const deed = deeds[call.path];
  if (signedIn === undefined || deed === undefined) return gate.pass(asLibraryTakesIt(call));
  const { userId, since } = signedIn;
  const now = gate.now();
  if (deed.isFreshOnly === true && now.getTime() - since.getTime() > freshSeconds * 1000) return notFresh();
  const refusal = deed.demands === 'proof' ? await demandProof(gate, call, userId) : undefined;
  if (refusal !== undefined) return refusal;
  const response =
    deed.demands === 'password' ? await passCounted(gate, call, userId) : await gate.pass(asLibraryTakesIt(call));
  if (response.ok && deed.change !== null) {
    const { address, userAgent } = call;
    await recordAccountChange(gate.database, { userId, change: deed.change, address, userAgent, now });
  }
  return response;
};

/** The library answers a GET with challenges, and a GET cannot carry the proof. */
const asLibraryTakesIt = ({ path, request, headers }: AuthCall): Request =>
  path === passkeyChallenge ? new Request(request.url, { headers }) : request;

/** The library checks the password of this call, so the call could be used to guess it. */
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
