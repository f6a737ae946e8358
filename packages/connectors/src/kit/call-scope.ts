import { setMaxListeners } from 'node:events';
import { ConnectorError } from '@throughline/core/connector/error';
import type { CallOptions, RehearsedRequest, SessionDependencies } from '@throughline/core/connector';
import { untilAborted } from './until-aborted.ts';

/** One call with all its requests and retries, which share one deadline. */
export interface CallScope {
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
  remainingMs(): number;
  /** Set in a rehearsal: a request that would change something is added here, and its call fails, instead of being sent. */
  readonly rehearsed?: RehearsedRequest[];
}

const DEFAULT_DEADLINE_MS = 60_000;

export function createCallScope(options: CallOptions | undefined, now: SessionDependencies['now']): CallScope {
  const deadlineMs = options?.deadlineMs ?? DEFAULT_DEADLINE_MS;
  const timeout = AbortSignal.timeout(deadlineMs);
  const startedMs = now();
  const signal = options?.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
  // Every request of the call listens, and a call may have many at once. That is no leak, so there is no warning.
  setMaxListeners(0, signal);
  return {
    signal,
    deadlineMs,
    remainingMs: () => deadlineMs - (now() - startedMs),
  };
}

/** Why a call ended early, as an error of the contract. */
export function abortedError(
  title: string,
  scope: CallScope,
  isOutcomeUnknown: boolean,
  cause: unknown,
): ConnectorError {
  const isTimeout = scope.signal.reason instanceof DOMException && scope.signal.reason.name === 'TimeoutError';
  return new ConnectorError(
    isTimeout ? `${title} did not answer within ${scope.deadlineMs} ms.` : `The call to ${title} was cancelled.`,
    { class: 'transient', isOutcomeUnknown, cause },
  );
}

/** Waits for work that calls share, and no longer than this call lasts. @throws ConnectorError `transient` */
export async function within<T>(scope: CallScope, title: string, work: Promise<T>): Promise<T> {
  try {
    return await untilAborted(work, scope.signal);
  } catch (cause) {
    if (cause instanceof ConnectorError || !scope.signal.aborted) throw cause;
    throw abortedError(title, scope, false, cause);
  }
}
