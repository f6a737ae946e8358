import type { Step } from '@throughline/core/flow/step';
import { describePlace, type RunTarget } from '@throughline/core/db/words/replay-target';
import { executors } from '../steps/registry.ts';
import { isEngineError } from '../failures/engine-errors.ts';
import { failureOf } from '../failures/failure-of.ts';
import { labelRun } from './label-run.ts';
import { pathOf } from '../run/path.ts';
import type { Frame } from '../run/run-context.ts';
import { noRoomFor } from '../run/room-for-outputs.ts';
import { shownWith } from '../run/test-start.ts';
import { stopWhenOverdue } from '../run/stop-when-overdue.ts';
import { RunEnded } from '../failures/run-ended.ts';
import { StepFailure, targetGone, type FailureFacts } from '../failures/step-failure.ts';

/** Runs the enabled steps of a body in order. Returns the output of the last one. @throws StepFailure */
export async function runBody(body: readonly Step[], frame: Frame): Promise<unknown> {
  let output: unknown;
  for (const step of body) {
    if (step.disabled === true) frame.context.stepLog.passOver(step, pathOf(frame.prefix, step.id), 'disabled');
    else if (frame.context.start.passedBy.has(step.id)) passBy(step, frame);
    else if (Object.hasOwn(frame.context.start.given, step.id)) output = await takeGiven(step, frame);
    else output = await runStep(step, frame);
    if (frame.context.way.has(step.id)) throw notReached(frame.context.target);
  }
  return output;
}

/** A test run begins behind this step. What is known of it, and of the steps inside it, is shown. */
function passBy(step: Step, { context, prefix }: Frame): void {
  const { given } = context.start;
  for (const each of shownWith(step)) {
    const path = pathOf(prefix, each.id);
    if (Object.hasOwn(given, each.id)) context.stepLog.pinned(each, path, given[each.id]);
    else context.stepLog.passOver(each, path, each.disabled === true ? 'disabled' : 'skipped');
  }
}

/** The output that a person gave takes the place of executing the step. */
async function takeGiven(step: Step, frame: Frame): Promise<unknown> {
  const { context, scope, prefix } = frame;
  const output = context.start.given[step.id];
  context.stepLog.pinned(step, pathOf(prefix, step.id), output);
  scope.steps[step.id] = output;
  context.lastOutput = output;
  await labelRun(frame);
  return output;
}

async function runStep(step: Step, frame: Frame): Promise<unknown> {
  const { context, scope } = frame;
  const path = pathOf(frame.prefix, step.id);
  context.stepLog.start(step, path);
  try {
    await stopWhenOverdue(context);
    const output = await execute(step, path, frame);
    const tooLarge = noRoomFor(output, scope.steps);
    if (tooLarge !== null) throw new StepFailure(tooLarge);
    context.stepLog.succeed(path, output);
    scope.steps[step.id] = output;
    context.lastOutput = output;
    await labelRun(frame);
    return output;
  } catch (error) {
    if (isEngineError(error)) throw error;
    if (error instanceof RunEnded) {
      if (error.reason === 'target-gone') context.stepLog.fail(path, targetGone(error));
      else context.stepLog.succeed(path, null);
      throw error;
    }
    const failure: FailureFacts = { stepId: step.id, path, ...failureOf(error) };
    if (failure.class === 'internal' && !(error instanceof StepFailure)) {
      context.services.log.error({ err: error, path }, 'A step failed because of an internal error.');
    }
    context.stepLog.fail(path, failure);
    if (failure.endsRun === true) throw new StepFailure(failure);
    return handleFailure(step, failure, frame);
  }
}

/** The step that should have led to the item ended without reaching it, so nothing after it is to be repeated. */
function notReached(target: RunTarget | null): RunEnded {
  const where = target?.kind === 'item' ? describePlace(target.place) : 'the item';
  return new RunEnded(
    'target-gone',
    `The run did not reach ${where}: it took another path this time, so the item was not repeated. Look at the steps before it, or resolve the exception by hand.`,
  );
}

/** Each kind's executor takes the step of its own kind; the registry's type pairs them. */
function execute(step: Step, path: string, frame: Frame): Promise<unknown> {
  const executor = executors[step.kind] as (step: Step, path: string, frame: Frame) => Promise<unknown>;
  return executor(step, path, frame);
}

/** The step's `onError` body takes over when there is one, and the run continues after the step. */
async function handleFailure(step: Step, failure: FailureFacts, frame: Frame): Promise<unknown> {
  const handler = step.bodies?.['onError'];
  if (handler === undefined || handler.length === 0) throw new StepFailure(failure);
  const error = { code: failure.code, message: failure.message, step: failure.stepId ?? step.id };
  frame.scope.steps[step.id] = { error };
  return runBody(handler, { ...frame, scope: { ...frame.scope, error } });
}
