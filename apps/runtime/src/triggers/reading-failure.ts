import { ConnectorError } from '@throughline/core/connector/error';
import { ConnectionHeld } from '../connections/connection-held.ts';
import { decideRetry } from '../failures/retry-decision.ts';
import { StepFailure } from '../failures/step-failure.ts';

/** Why the record of an event could not be read. */
export type ReadingFailure = { readonly kind: 'missing' } | { readonly kind: 'error'; readonly error: unknown };

export interface FailedReading {
  readonly failure: ReadingFailure;
  /** Attempts so far, this one included. */
  readonly attempt: number;
  readonly nowMs: number;
  /** Until then a failure that may pass is tried again. */
  readonly deadlineMs: number;
  /** 0 ≤ x < 1. */
  readonly random: number;
}

export type ReadingDecision =
  | { readonly kind: 'postpone'; readonly waitMs: number; readonly message: string; readonly isAttempt: boolean }
  | { readonly kind: 'refuse'; readonly code: string; readonly message: string };

/** A system may report a record slightly before it shows it. */
const maxMissing = 4;
/** Every event gets this many attempts, however old it is; a person may have replayed it. */
const minAttempts = 3;
const policy = { maxAttempts: Number.POSITIVE_INFINITY, backoffMs: 1000, maxBackoffMs: 60_000 };

/**
 * Decides about an event whose record could not be read. It waits while its connection is paused or failing. For other
 * failures that may pass it waits up to its flow's timeout; for anything else a person has to look.
 */
export function decideReading(failed: FailedReading): ReadingDecision {
  const { failure, attempt, nowMs, deadlineMs, random } = failed;
  if (failure.kind === 'missing') {
    const message = 'The system has no such record, or does not show it to the connection’s user.';
    if (attempt >= maxMissing) return { kind: 'refuse', code: 'TRIGGER_RECORD_MISSING', message };
    return { kind: 'postpone', waitMs: 1000 * 2 ** (attempt - 1), message, isAttempt: true };
  }
  const { error } = failure;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ConnectionHeld) return { kind: 'postpone', waitMs: error.waitMs, message, isAttempt: false };
  const refusal = { kind: 'refuse', code: 'TRIGGER_RECORD_UNREADABLE', message } as const;
  if (error instanceof StepFailure || (nowMs > deadlineMs && attempt >= minAttempts)) return refusal;
  // An error that the system did not report is our own, and may pass when the process or the database recovers.
  const errorClass = error instanceof ConnectorError ? error.class : 'transient';
  const retryAfterMs = error instanceof ConnectorError ? error.retryAfterMs : undefined;
  const decision = decideRetry(policy, { attempt, class: errorClass, isOutcomeUnknown: false, retryAfterMs, random });
  return decision.isRetry ? { kind: 'postpone', waitMs: decision.waitMs, message, isAttempt: true } : refusal;
}
