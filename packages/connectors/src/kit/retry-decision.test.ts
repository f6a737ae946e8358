import { ConnectorError, errorClasses } from '@throughline/core/connector/error';
import type { ConnectorErrorDetails } from '@throughline/core/connector/error';
import { describe, expect, it } from 'vitest';
import { decideRetry } from './retry-decision.ts';
import type { RetrySituation } from './retry-decision.ts';

const situation = (details: ConnectorErrorDetails, more: Partial<RetrySituation> = {}): RetrySituation => ({
  error: new ConnectorError('Something failed.', details),
  attempt: 1,
  maxAttempts: 4,
  isRepeatable: true,
  remainingMs: 60_000,
  random: 0,
  ...more,
});

describe('decideRetry', () => {
  it('repeats only errors that can go away by themselves', () => {
    const repeated = errorClasses.filter((each) => decideRetry(situation({ class: each })).isRetry);
    expect(repeated).toEqual(['throttled', 'transient', 'lock']);
  });

  it('waits twice as long each time, half of it by chance', () => {
    const delays = [1, 2, 3].map((attempt) => [
      decideRetry(situation({ class: 'lock' }, { attempt, random: 0 })),
      decideRetry(situation({ class: 'lock' }, { attempt, random: 0.999 })),
    ]);
    expect(delays).toEqual([
      [
        { isRetry: true, delayMs: 200 },
        { isRetry: true, delayMs: 400 },
      ],
      [
        { isRetry: true, delayMs: 400 },
        { isRetry: true, delayMs: 800 },
      ],
      [
        { isRetry: true, delayMs: 800 },
        { isRetry: true, delayMs: 1599 },
      ],
    ]);
  });

  it('keeps the vendor’s waiting time exactly', () => {
    expect(decideRetry(situation({ class: 'throttled', retryAfterMs: 7000 }))).toEqual({
      isRetry: true,
      delayMs: 7000,
    });
  });

  it.each([
    ['the attempts are used up', { attempt: 4 }],
    ['the wait would outlast the deadline', { remainingMs: 50 }],
    ['nobody knows whether a write that cannot be repeated was done', { isRepeatable: false }],
  ])('gives up when %s', (_name, more) => {
    expect(decideRetry(situation({ class: 'transient', isOutcomeUnknown: true }, more))).toEqual({ isRetry: false });
  });

  it('repeats any write that certainly was not carried out', () => {
    expect(decideRetry(situation({ class: 'transient' }, { isRepeatable: false })).isRetry).toBe(true);
  });
});
