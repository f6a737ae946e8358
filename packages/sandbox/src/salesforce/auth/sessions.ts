import { randomBytes } from 'node:crypto';
import type { SandboxClock } from '../../kit/clock.ts';
import { setting } from '../../kit/settings.ts';
import type { SandboxState } from '../../kit/state.ts';
import { org } from '../org.ts';

export interface Session {
  readonly token: string;
  readonly userId: string;
  readonly expiresAtMs: number;
}

const COLLECTION = '__sessions';
const TWO_HOURS_MS = 7_200_000;

/** Issues an access token in the platform's form, `<15-character org id>!<secret>`. Its life is the setting `sessionTimeoutMs`. */
export function openSession(state: SandboxState, clock: SandboxClock, userId: string): Session {
  const secret = randomBytes(60).toString('base64url');
  const lifeMs = setting(state, 'sessionTimeoutMs', TWO_HOURS_MS);
  const session = { token: `${org.id.slice(0, 15)}!AQ${secret}`, userId, expiresAtMs: clock.nowMs() + lifeMs };
  forgetExpired(state, clock);
  return state.collection<Session>(COLLECTION).insert(session.token, session);
}

export function findSession(state: SandboxState, clock: SandboxClock, token: string): Session | undefined {
  const session = state.collection<Session>(COLLECTION).get(token);
  return session !== undefined && session.expiresAtMs > clock.nowMs() ? session : undefined;
}

export function closeSession(state: SandboxState, token: string): boolean {
  return state.collection<Session>(COLLECTION).delete(token);
}

function forgetExpired(state: SandboxState, clock: SandboxClock): void {
  const sessions = state.collection<Session>(COLLECTION);
  for (const each of sessions.filter((session) => session.expiresAtMs <= clock.nowMs())) sessions.delete(each.token);
}
