import { describe, expect, it } from 'vitest';
import { decideRetry, defaultRetry, type FailedAttempt } from './retry-decision.ts';

const failed = (more: Partial<FailedAttempt> = {}): FailedAttempt => ({
  attempt: 1,
  class: 'transient',
  isOutcomeUnknown: false,
  random: 1,
  ...more,
});

describe('decideRetry', () => {
  it.each([
    ['throttled', true],
    ['transient', true],
    ['lock', true],
    ['business-pending', true],
    ['validation', false],
    ['auth', false],
    ['not-found', false],
    ['business', false],
    ['internal', false],
  ])('%s: again %s', (errorClass, isRetry) => {
    expect(decideRetry(defaultRetry, failed({ class: errorClass })).isRetry).toBe(isRetry);
  });

  it('doubles the wait up to the limit', () => {
    const policy = { maxAttempts: 9, backoffMs: 100, maxBackoffMs: 500 };
    const waits = [1, 2, 3, 4, 5].map((attempt) => decideRetry(policy, failed({ attempt })));
    expect(waits).toEqual([100, 200, 400, 500, 500].map((waitMs) => ({ isRetry: true, waitMs })));
  });

  it('shortens the wait by up to half, at random', () => {
    expect(decideRetry(defaultRetry, failed({ random: 0 }))).toEqual({ isRetry: true, waitMs: 500 });
  });

  it('never waits for less than the system asks', () => {
    expect(decideRetry(defaultRetry, failed({ retryAfterMs: 90_000 }))).toEqual({ isRetry: true, waitMs: 90_000 });
  });

  it('gives up after the last attempt', () => {
    expect(decideRetry(defaultRetry, failed({ attempt: 5 }))).toEqual({ isRetry: false });
  });

  it('tries again whatever the class when the outcome is unknown', () => {
    expect(decideRetry(defaultRetry, failed({ class: 'fatal', isOutcomeUnknown: true })).isRetry).toBe(true);
  });

  it('keeps to the classes a step names', () => {
    const policy = { ...defaultRetry, classes: ['conflict' as const] };
    expect([
      decideRetry(policy, failed({ class: 'conflict' })).isRetry,
      decideRetry(policy, failed({ class: 'transient' })).isRetry,
    ]).toEqual([true, false]);
  });
});
