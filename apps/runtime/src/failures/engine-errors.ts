import { Error as EngineErrors } from '@dbos-inc/dbos-sdk';
import { RunEnded } from './run-ended.ts';
import { StepFailure } from './step-failure.ts';

/** The run was cancelled, with the parts that it waits for, or this process does not own or run it any more. */
const signals = [
  EngineErrors.DBOSWorkflowCancelledError,
  EngineErrors.DBOSAwaitedWorkflowCancelledError,
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
 * Whether a workflow that this one waits for was cancelled. The journal keeps the error's fields but not its class, so
 * the id alone tells it from the cancellation of the workflow that waits.
 */
export const isCancellationOf = (workflowId: string, error: unknown): boolean =>
  error instanceof Error &&
  'workflowID' in error &&
  error.workflowID === workflowId &&
  /\bcancelled$/.test(error.message);

/** Like `isEngineError`, and also true for an end of the run that no step may treat as its failure. */
export const isRunEnd = (error: unknown): boolean =>
  isEngineError(error) || error instanceof RunEnded || (error instanceof StepFailure && error.facts.endsRun === true);
