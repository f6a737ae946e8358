import { timedOut } from './effect.ts';
import { journaledNow } from './journaled-now.ts';
import type { RunContext } from './run-context.ts';

/** How many steps without an effect run between two readings of the clock. */
const stepsPerReading = 20;

/**
 * Stops a run of steps without effects that takes longer than its flow allows. A resumed run computes such steps again,
 * later than the first time, and has to come to the same decision: so it is the journal that tells the time. An entry
 * for each step would cost more than the step itself, so the clock is read for one step in many. Effects look themselves.
 * @throws StepFailure `RUN_TIMED_OUT`
 */
export async function stopWhenOverdue(context: RunContext): Promise<void> {
  if (!context.readsClock) return;
  context.pureSteps += 1;
  if (context.pureSteps < stepsPerReading) return;
  context.pureSteps = 0;
  if ((await journaledNow(context.services)) > context.deadlineMs) throw timedOut(context);
}
