import { Error as EngineErrors } from '@dbos-inc/dbos-sdk';
import { describe, expect, it } from 'vitest';
import { howLost, isRunEnd, partLost } from './engine-errors.ts';
import { StepFailure } from './step-failure.ts';

/** The journal keeps an error's fields, but not its class. */
const asJournaled = (error: Error): Error =>
  Object.assign(new Error(error.message), Object.fromEntries(Object.entries(error)));

describe('a workflow that another one waits for', () => {
  const cancelled = new EngineErrors.DBOSAwaitedWorkflowCancelledError('run-1');
  const givenUp = new EngineErrors.DBOSAwaitedWorkflowExceededMaxRecoveryAttempts('run-1');
  const partGivenUp = new EngineErrors.DBOSAwaitedWorkflowExceededMaxRecoveryAttempts('run-1/lines[0]');

  it.each([
    { what: 'was cancelled', error: cancelled, lost: 'cancelled' },
    { what: 'was cancelled, as journaled', error: asJournaled(cancelled), lost: 'cancelled' },
    { what: 'was given up', error: givenUp, lost: 'given-up' },
    { what: 'was given up, as journaled', error: asJournaled(givenUp), lost: 'given-up' },
    { what: 'ended because its part was given up', error: partGivenUp, lost: 'given-up' },
    { what: 'failed', error: new Error('The flow is gone.'), lost: undefined },
  ])('is known to be lost when it $what', ({ error, lost }) => {
    expect(howLost('run-1', error)).toBe(lost);
  });

  it('is not lost when the workflow that waits was cancelled, or another one was', () => {
    expect(howLost('run-2', new EngineErrors.DBOSWorkflowCancelledError('run-1'))).toBeUndefined();
    expect(howLost('run', givenUp)).toBeUndefined();
  });
});

describe('the end of a run', () => {
  const failed = { code: 'NOT_WANTED', message: 'Not wanted.', class: 'business', details: [] };

  it.each([
    { what: 'a part that was lost', error: partLost('run-1/lines[0]'), isEnd: true },
    { what: 'a failure that ends the run', error: new StepFailure({ ...failed, endsRun: true }), isEnd: true },
    { what: 'a failure of a step', error: new StepFailure(failed), isEnd: false },
  ])('is told from failures of steps: $what', ({ error, isEnd }) => {
    expect(isRunEnd(error)).toBe(isEnd);
  });
});
