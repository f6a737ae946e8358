import { forgetAttempts, takeAttempt } from './attempt-limits.ts';
import type { AuthCall } from './auth-call.ts';
import { auditAccount } from './audit-account.ts';
import type { AuthGate } from './auth-gate.ts';
import { reauthenticationLimit } from './sign-in-limits.ts';
import { tooManyAttempts } from './too-many-attempts.ts';

/** What each path does, as the audit log names it; null for what only begins something. */
const deeds: Readonly<Record<string, `member.${string}` | null>> = {
  '/two-factor/enable': null,
  '/two-factor/disable': 'member.second-factor-disabled',
  '/two-factor/generate-backup-codes': 'member.recovery-codes-made',
  '/passkey/verify-registration': 'member.passkey-added',
  '/passkey/delete-passkey': 'member.passkey-removed',
};

export const changesSecondFactor = (path: string): boolean => path in deeds;

/** Changes a second factor of somebody who is signed in. Where the library asks for the password again, attempts count. */
export const changeSecondFactor = async (gate: AuthGate, call: AuthCall): Promise<Response> => {
  const { login } = gate.database;
  const now = gate.now();
  const userId = await gate.signedInAs(call.headers);
  if (userId === undefined) return gate.pass(call.request);
  const limit = reauthenticationLimit(userId);
  const attempt = await takeAttempt(login, limit, now);
  if (!attempt.isAllowed) return tooManyAttempts(attempt.resetsAt, now);
  const response = await gate.pass(call.request);
  if (!response.ok) return response;
  await forgetAttempts(login, limit.subject);
  const action = deeds[call.path];
  if (action != null) await auditAccount(gate.database, userId, action);
  return response;
};
