import { Error as EngineErrors } from '@dbos-inc/dbos-sdk';
import { RunEnded } from './run-ended.ts';

/**
 * Returns true for the engine's own signals (cancelled, or taken over by another worker), which are never a step's
 * failure. A run that does not follow its journal is not such a signal but a fault of ours, and must show as one.
 */
export const isEngineError = (error: unknown): boolean =>
  error instanceof EngineErrors.DBOSError &&
  !(error instanceof EngineErrors.DBOSUnexpectedStepError) &&
  !(error instanceof EngineErrors.DBOSStepNondeterminismError);

/** Like `isEngineError`, and also true for an end of the run that no step may treat as its failure. */
export const isRunEnd = (error: unknown): boolean => isEngineError(error) || error instanceof RunEnded;
