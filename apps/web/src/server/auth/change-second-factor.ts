import { forgetAttempts, takeAttempt } from './attempt-limits.ts';
import type { AuthCall } from './auth-call.ts';
import { auditAccount } from './audit-account.ts';
import type { AuthGate } from './auth-gate.ts';
import { reauthenticationLimit } from './sign-in-limits.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

interface Deed {
  /** How the audit log names it; null for what only begins something. */
  readonly action: `member.${string}` | null;
  /** True where the library asks for the password again, so the call is a chance to guess it. */
  readonly asksPassword: boolean;
}

const deeds: Readonly<Record<string, Deed>> = {
  '/two-factor/enable': { action: null, asksPassword: true },
  '/two-factor/disable': { action: 'member.second-factor-disabled', asksPassword: true },
  '/two-factor/generate-backup-codes': { action: 'member.recovery-codes-made', asksPassword: true },
  '/passkey/verify-registration': { action: 'member.passkey-added', asksPassword: false },
  '/passkey/delete-passkey': { action: 'member.passkey-removed', asksPassword: false },
};

export const changesSecondFactor = (path: string): boolean => Object.hasOwn(deeds, path);

/**
 * Changes a second factor of somebody who is signed in. Attempts are counted only where the password is checked:
 * anything else that succeeds proves nothing about the password, so it must not reset the count.
 */
export const changeSecondFactor = async (gate: AuthGate, call: AuthCall): Promise<Response> => {
  const userId = await gate.signedInAs(call.headers);
  const deed = deeds[call.path];
  if (userId === undefined || deed === undefined) return gate.pass(call.request);
  const response = deed.asksPassword ? await passCounted(gate, call, userId) : await gate.pass(call.request);
  if (response.ok && deed.action !== null) await auditAccount(gate.database, userId, deed.action);
  return response;
};

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
