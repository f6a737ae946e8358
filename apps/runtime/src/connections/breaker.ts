/** What a breaker has seen of a connection in this process. */
export interface BreakerState {
  /** Failures of the connection itself since its last success, with the runs that met them. */
  readonly failures: number;
  readonly runIds: ReadonlySet<string>;
  /** Until when nothing is tried; undefined while closed. */
  readonly openUntilMs: number | undefined;
  /** How long it was opened last. */
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

/** One record that always fails must not stop the others: it takes several runs to open. */
const opensAfter = { failures: 5, runs: 3 };
const firstOpenMs = 2000;
const longestOpenMs = 60_000;

export type ConnectionEvent =
  | { readonly kind: 'success' }
  /** `auth` means nobody gets in: it opens at once. `unavailable`: no answer, 5xx. */
  | { readonly kind: 'auth' | 'unavailable'; readonly runId: string; readonly message: string };

/** The breaker after one more call ended. */
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

/** How long work of this connection must wait, in milliseconds; 0 when it may try. */
export const holdMs = (state: BreakerState, nowMs: number): number =>
  state.openUntilMs === undefined ? 0 : Math.max(0, state.openUntilMs - nowMs);
