import { describe, expect, it } from 'vitest';
import { closedBreaker, holdMs, nextBreaker, type BreakerState } from './breaker.ts';

describe('nextBreaker', () => {
  const fail = (state: BreakerState, runId: string, nowMs = 0) =>
    nextBreaker(state, { kind: 'unavailable', runId, message: 'No answer.' }, nowMs);

  it('opens when several runs get no answer', () => {
    const state = ['a', 'b', 'c', 'a', 'b'].reduce((breaker, runId) => fail(breaker, runId), closedBreaker);
    expect([holdMs(state, 0), holdMs(state, 1999), holdMs(state, 2000)]).toEqual([2000, 1, 0]);
  });

  it('stays closed for one run whose record always fails', () => {
    const state = Array.from({ length: 20 }, () => 'a').reduce((breaker, runId) => fail(breaker, runId), closedBreaker);
    expect(holdMs(state, 0)).toBe(0);
  });

  it('opens at once when the sign-in is refused, and for longer each time a try fails', () => {
    let state = nextBreaker(closedBreaker, { kind: 'auth', runId: 'a', message: 'Refused.' }, 0);
    const opened = [state.openMs];
    for (const nowMs of [2000, 6000, 14_000, 30_000, 62_000, 122_000]) {
      state = fail(state, 'a', nowMs);
      opened.push(state.openMs);
    }
    expect(opened).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('closes with the first success', () => {
    const open = nextBreaker(closedBreaker, { kind: 'auth', runId: 'a', message: 'Refused.' }, 0);
    expect(nextBreaker(open, { kind: 'success' }, 5000)).toBe(closedBreaker);
  });
});
