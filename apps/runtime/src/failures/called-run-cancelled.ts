import type { FailureFacts } from './step-failure.ts';

export const calledRunCancelledCode = 'CALLED_RUN_CANCELLED';

/** What a caller is told about a run that it called and that somebody cancelled. */
export const calledRunCancelled = (runId: string): FailureFacts => ({
  code: calledRunCancelledCode,
  message: `The called run ${runId} was cancelled, so this step has no result. Replay this run to call the flow again, or resolve the exception by hand.`,
  class: 'business',
  details: [],
});
