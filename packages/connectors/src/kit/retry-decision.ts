import type { ConnectorError, ErrorClass } from '@throughline/core/connector/error';

export interface RetrySituation {
  readonly error: ConnectorError;
  /** Attempts made so far, the failed one included. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** True when a second request does no harm: a read, or a write that the vendor recognises by a key. */
  readonly isRepeatable: boolean;
  readonly remainingMs: number;
  /** 0 ≤ x < 1. */
  readonly random: number;
}

export type RetryDecision = { readonly isRetry: true; readonly delayMs: number } | { readonly isRetry: false };

const MAX_DELAY_MS = 20_000;

/** First waiting time per class; doubled with each attempt. */
const BASE_DELAY_MS: Partial<Record<ErrorClass, number>> = { transient: 200, lock: 400, throttled: 1000 };

/**
 * Decides whether to repeat inside one call. Short waits are worth it here. Long ones (a vendor's Retry-After beyond
 * the deadline) go back to the caller, whose durable retry costs no open socket. `business-pending` is never waited for
 * here.
 */
export function decideRetry(situation: RetrySituation): RetryDecision {
  const { error, attempt, maxAttempts, isRepeatable, remainingMs, random } = situation;
  const baseMs = BASE_DELAY_MS[error.class];
  if (baseMs === undefined || attempt >= maxAttempts) return { isRetry: false };
  if (error.isOutcomeUnknown && !isRepeatable) return { isRetry: false };
  const backoffMs = Math.min(MAX_DELAY_MS, baseMs * 2 ** (attempt - 1));
  // Half of the wait is fixed and half random, so that no two workers keep step and none repeats at once.
  const delayMs = error.retryAfterMs ?? Math.round(backoffMs / 2 + (backoffMs / 2) * random);
  return delayMs < remainingMs ? { isRetry: true, delayMs } : { isRetry: false };
}
