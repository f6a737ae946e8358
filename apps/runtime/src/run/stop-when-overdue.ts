import { StepFailure, type FailureFacts } from '../failures/step-failure.ts';
import { journaledNow } from './journaled-now.ts';
import { journals } from './journals.ts';
import type { RunContext } from './run-context.ts';
import { timedOut } from './timed-out.ts';

/** How many steps without an effect run between two readings of the clock. */
const stepsPerReading = 20;

/**
 * Stops a run of steps without effects that takes longer than its flow allows. A resumed run computes such steps again,
 * later than the first time, and has to come to the same decision: so it is the journal that tells the time. An entry
 * for each step would cost more than the step itself, so the clock is read for one step in many. Effects look themselves.
 * @throws StepFailure `RUN_TIMED_OUT`
 */
export async function stopWhenOverdue(context: RunContext): Promise<void> {
  const failure = await overdueAfter(context, 1);
  if (failure !== null) throw new StepFailure(failure);
}

/**
 * Counts steps without an effect, and tells whether the run has taken too long where it is their turn to read the clock.
 * A part starts to count anew, so what is left of its count is added where it ends: else parts of a few steps each would
 * never be stopped.
 */
export async function overdueAfter(context: RunContext, steps: number): Promise<FailureFacts | null> {
  if (context.journal < journals.readsClock) return null;
  context.pureSteps += steps;
  if (context.pureSteps < stepsPerReading) return null;
  context.pureSteps = 0;
  if ((await journaledNow(context.services)) <= context.deadlineMs) return null;
  const { facts } = timedOut(context);
  return context.journal < journals.endsWholeRun ? { ...facts, endsRun: undefined } : facts;
}
