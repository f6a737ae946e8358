import { StepFailure } from '../failures/step-failure.ts';
import type { RunContext } from './run-context.ts';

/** A timeout belongs to the run, never to the step or item it had reached. */
export const timedOut = ({ flow, isCallersDeadline }: Pick<RunContext, 'flow' | 'isCallersDeadline'>): StepFailure =>
  new StepFailure({
    code: 'RUN_TIMED_OUT',
    message: isCallersDeadline
      ? 'A run that called this one took longer than its flow’s timeout, without the time it waited on purpose.'
      : `The run took longer than ${flow.settings.timeout}, its flow’s timeout, without the time it waited on purpose.`,
    class: 'business',
    details: [],
    endsRun: true,
  });
