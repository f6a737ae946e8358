import { Error as EngineErrors } from '@dbos-inc/dbos-sdk';
import type { HowLost } from './called-run-lost.ts';
import { RunEnded } from './run-ended.ts';
import { StepFailure } from './step-failure.ts';

/** The run, or a part it waits for, was cancelled or given up, or this process no longer owns or runs it. */
const signals = [
  EngineErrors.DBOSWorkflowCancelledError,
  EngineErrors.DBOSAwaitedWorkflowCancelledError,
  EngineErrors.DBOSAwaitedWorkflowExceededMaxRecoveryAttempts,
  EngineErrors.DBOSMaxRecoveryAttemptsExceededError,
  EngineErrors.DBOSWorkflowConflictError,
  EngineErrors.DBOSConflictingWorkflowError,
  EngineErrors.DBOSExecutorNotInitializedError,
];

/**
 * Returns true for the engine's own signals about this workflow, which are never a step's failure. Every other error of
 * the engine is a fault of ours, such as a run that does not follow its journal, and must show as one.
 */
export const isEngineError = (error: unknown): boolean => signals.some((signal) => error instanceof signal);

/**
 * Returns true when the run may have been cancelled. The engine says so between two steps, but where it was cancelled
 * during a step, only that this process does not own it any more.
 */
export const mayBeCancelled = (error: unknown): boolean =>
  error instanceof EngineErrors.DBOSWorkflowCancelledError ||
  error instanceof EngineErrors.DBOSWorkflowConflictError ||
  (error instanceof RunEnded && error.reason === 'cancelled');

/**
 * How a workflow that this one waits for, or a part of it, was lost; undefined when it was not. The journal keeps the
 * error's fields but not its class, so the id alone tells it from the cancellation of the workflow that waits.
 */
export function howLost(workflowId: string, error: unknown): HowLost | undefined {
  if (!(error instanceof Error) || !('workflowID' in error) || typeof error.workflowID !== 'string') return undefined;
  if (error.workflowID !== workflowId && !error.workflowID.startsWith(`${workflowId}/`)) return undefined;
  if (/\bcancelled$/.test(error.message)) return 'cancelled';
  return /\bexceeded its maximum recovery attempts$/.test(error.message) ? 'given-up' : undefined;
}

/** Ends a run that lost one of its parts, which is never a failure of the step. */
export const partLost = (partId: string): Error =>
  new EngineErrors.DBOSAwaitedWorkflowExceededMaxRecoveryAttempts(partId);

/** Like `isEngineError`, and also true for an end of the run that no step may treat as its failure. */
export const isRunEnd = (error: unknown): boolean =>
  isEngineError(error) || error instanceof RunEnded || (error instanceof StepFailure && error.facts.endsRun === true);
