import { answeringRefusals, boundedRequest } from '../bounded-request.ts';
import { readAuthCall, refuse, type AuthCall } from './auth-call.ts';
import type { AuthGate } from './auth-gate.ts';
import { changeSecondFactor, changesSecondFactor } from './change-second-factor.ts';
import { signInByPassword } from './sign-in-by-password.ts';
import { signInByStep } from './sign-in-by-step.ts';
import { withoutSecrets } from './without-secrets.ts';

const mostBytes = 20_000;

/** Answers a request for the sign-in library. It counts attempts before a password is checked, and records them. */
export const handleAuth = (gate: AuthGate, request: Request): Promise<Response> =>
  answeringRefusals(async () => handleBounded(gate, await boundedRequest(request, mostBytes)));

const handleBounded = async (gate: AuthGate, request: Request): Promise<Response> => {
  const call = await readAuthCall(request, gate.trusted);
  if (call instanceof Response) return call;
  if (notOffered.some((field) => call.fields[field] !== undefined)) {
    return refuse(
      400,
      'NOT_OFFERED',
      'A second factor is asked for at every sign-in, and only signing in makes a session.',
    );
  }
  const response = await withoutSecrets(await answer(gate, call));
  response.headers.set('cache-control', 'no-store');
  return response;
};

/** Options of the library that we do not want to offer. */
const notOffered = ['trustDevice', 'disableSession', 'createSession'];

const answer = (gate: AuthGate, call: AuthCall): Promise<Response> => {
  switch (call.path) {
    case '/sign-in/email':
      return signInByPassword(gate, call);
    case '/two-factor/verify-totp':
      return signInByStep(gate, call, 'authenticator-app');
    case '/two-factor/verify-backup-code':
      return signInByStep(gate, call, 'recovery-code');
    case '/passkey/verify-authentication':
      return signInByStep(gate, call, 'passkey');
    default:
      return changesSecondFactor(call.path) ? changeSecondFactor(gate, call) : gate.pass(call.request);
  }
};
