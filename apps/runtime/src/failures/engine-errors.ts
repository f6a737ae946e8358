import { Error as EngineErrors } from '@dbos-inc/dbos-sdk';
import { RunEnded } from './run-ended.ts';

/**
 * True for the engine's own signals (cancelled, taken over by another worker): never a step's failure. That a run does
 * not follow its journal is no signal but a fault of ours, and must show as one.
 */
export const isEngineError = (error: unknown): boolean =>
  error instanceof EngineErrors.DBOSError &&
  !(error instanceof EngineErrors.DBOSUnexpectedStepError) &&
  !(error instanceof EngineErrors.DBOSStepNondeterminismError);

/** The same, or an end of the run that no step may treat as its failure. */
export const isRunEnd = (error: unknown): boolean => isEngineError(error) || error instanceof RunEnded;
