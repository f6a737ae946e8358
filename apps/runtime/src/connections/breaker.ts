/** What a breaker in this process knows about a connection. */
export interface BreakerState {
  /** Failures of the connection itself since its last success, with the runs that met them. */
  readonly failures: number;
  readonly runIds: ReadonlySet<string>;
  /** Nothing is tried until then. Undefined while the breaker is closed. */
  readonly openUntilMs: number | undefined;
  /** For how long it was opened last. */
  readonly openMs: number;
  readonly message: string | undefined;
}

export const closedBreaker: BreakerState = {
  failures: 0,
  runIds: new Set(),
  openUntilMs: undefined,
  openMs: 0,
  message: undefined,
};

/** It takes several runs to open the breaker, because one record that always fails must not stop the others. */
const opensAfter = { failures: 5, runs: 3 };
const firstOpenMs = 2000;
const longestOpenMs = 60_000;

export type ConnectionEvent =
  | { readonly kind: 'success' }
  /** `auth` means that nobody gets in, so the breaker opens at once. `unavailable` means no answer or a 5xx. */
  | { readonly kind: 'auth' | 'unavailable'; readonly runId: string; readonly message: string };

/** Returns the breaker's state after one more call has ended. */
export function nextBreaker(state: BreakerState, event: ConnectionEvent, nowMs: number): BreakerState {
  if (event.kind === 'success') return closedBreaker;
  const failures = state.failures + 1;
  const runIds = new Set(state.runIds).add(event.runId);
  const isHalfOpen = state.openUntilMs !== undefined;
  const opens =
    event.kind === 'auth' || isHalfOpen || (failures >= opensAfter.failures && runIds.size >= opensAfter.runs);
  if (!opens) return { ...state, failures, runIds, message: event.message };
  const openMs = isHalfOpen ? Math.min(state.openMs * 2, longestOpenMs) : firstOpenMs;
  return { failures, runIds, openUntilMs: nowMs + openMs, openMs, message: event.message };
}

/** Returns how long work of this connection must wait, in milliseconds; 0 when it may try. */
export const holdMs = (state: BreakerState, nowMs: number): number =>
  state.openUntilMs === undefined ? 0 : Math.max(0, state.openUntilMs - nowMs);
