import { passingClasses } from '@throughline/core/connector/error';
import type { RetryPolicy } from '@throughline/core/flow/step';

export interface FailedAttempt {
  /** 1 for the first. */
  readonly attempt: number;
  readonly class: string;
  /** The request may have taken effect, so another attempt reads back first. */
  readonly isOutcomeUnknown: boolean;
  /** The wait that the system asked for. */
  readonly retryAfterMs?: number | undefined;
  /** 0 ≤ x < 1. It is drawn once and journaled with the attempt, so that a resumed run waits as long. */
  readonly random: number;
}

export type RetryDecision = { readonly isRetry: false } | { readonly isRetry: true; readonly waitMs: number };

export const defaultRetry: RetryPolicy = { maxAttempts: 5, backoffMs: 1000, maxBackoffMs: 60_000 };

/**
 * Decides whether to try again, and when. The wait doubles with each attempt up to the policy's limit. Half of it is
 * jitter, so that runs stopped by one cause do not return together. A wait that the system asked for is never
 * shortened.
 */
export function decideRetry(policy: RetryPolicy, failed: FailedAttempt): RetryDecision {
  const classes: readonly string[] = policy.classes ?? passingClasses;
  const mayPass = classes.includes(failed.class) || failed.isOutcomeUnknown;
  if (!mayPass || failed.attempt >= policy.maxAttempts) return { isRetry: false };
  const backoff = Math.min(policy.maxBackoffMs, policy.backoffMs * 2 ** (failed.attempt - 1));
  const jittered = Math.round(backoff / 2 + (backoff / 2) * failed.random);
  return { isRetry: true, waitMs: Math.max(jittered, failed.retryAfterMs ?? 0) };
}
