import { StepFailure, type FailureFacts } from '../failures/step-failure.ts';
import { journaledNow } from './journaled-now.ts';
import { journals } from './journals.ts';
import type { RunContext } from './run-context.ts';
import { timedOut } from './timed-out.ts';

/** How many steps without an effect run between two readings of the clock. */
const stepsPerReading = 20;

/**
 * Stops a run that takes longer than its flow allows, even where no step has an effect. A resumed run computes such
 * steps again at a later time and must reach the same decision, so the readings of the clock come from the journal. A
 * reading for each step would cost more than the step itself, so only one step in many takes one. Effects check the
 * deadline themselves.
 * @throws StepFailure `RUN_TIMED_OUT`
 */
export async function stopWhenOverdue(context: RunContext): Promise<void> {
  const failure = await overdueAfter(context, 1);
  if (failure !== null) throw new StepFailure(failure);
}

/**
 * Counts steps without an effect, and says whether the run has taken too long whenever a reading of the clock is due.
 * Each part counts from zero, so its remainder is added to the caller's count when it ends. Otherwise a run of many
 * small parts would never be stopped.
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
