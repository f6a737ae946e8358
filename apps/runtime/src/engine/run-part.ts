import { findStep } from '@throughline/core/flow/walk';
import { buildContext } from './build-context.ts';
import type { PartInput, PartResult } from '../run/child-workflows.ts';
import { isEngineError } from '../failures/engine-errors.ts';
import { failureOf } from '../failures/failure-of.ts';
import { journals } from '../run/journals.ts';
import { openScope } from '../run/part-scope.ts';
import { pathOf } from '../run/path.ts';
import { RunEnded } from '../failures/run-ended.ts';
import { runItems } from '../steps/run-items.ts';
import type { Frame, PartSlot, Services } from '../run/run-context.ts';

/** Executes one branch of a parallel step or one chunk of a loop's items. Failures are results, not exceptions. */
export async function runPart(services: Services, input: PartInput, workflowId: string): Promise<PartResult> {
  const slot = await services.takePartSlot(input.organisationId, depthOf(workflowId));
  try {
    return await runWithSlot(services, input, workflowId, slot);
  } finally {
    slot.giveBack();
  }
}

/** The id of a part extends the id of the workflow that starts it, so a part inside a part has a longer one. */
const depthOf = (workflowId: string): number => workflowId.split('/').length;

async function runWithSlot(
  services: Services,
  input: PartInput,
  workflowId: string,
  slot: PartSlot,
): Promise<PartResult> {
  const { context, scope } = await buildContext(services, { ...input, workflowId });
  context.deadlineMs = input.deadlineMs;
  context.isCallersDeadline = input.isCallersDeadline === true;
  context.slot = slot;
  const step = findStep(context.flow.body, input.stepId)?.step;
  if (step === undefined) throw new Error(`The flow of run ${input.runId} has no step ${input.stepId}.`);
  const { prefix, place = [] } = input;
  const outputs: unknown[] = [];
  let steps: PartResult['steps'] = {};
  let failure: PartResult['failure'] = null;
  let ended: PartResult['ended'] = null;
  try {
    const frame: Frame = { context, scope: { ...scope, ...(await openScope(context, input.scope)) }, prefix, place };
    if (input.work.kind === 'branch') {
      const before = { ...frame.scope.steps };
      await services.runBody(step.bodies?.[input.work.slot] ?? [], frame).finally(() => {
        steps = addedTo(before, frame.scope.steps);
      });
    } else {
      const { items, from } = input.work;
      const path = pathOf(prefix, step.id);
      const indexed = items.map((item, offset) => ({ item, index: from + offset }));
      outputs.push(...(await runItems(step, path, frame, indexed)));
    }
  } catch (error) {
    if (isEngineError(error)) throw error;
    if (error instanceof RunEnded) ended = { reason: error.reason, message: error.message };
    else failure = failureOf(error);
  }
  await context.stepLog.flush();
  return {
    steps,
    outputs: outputs.map((output) => output ?? null),
    failure,
    ended,
    undo: context.undo,
    origins: [...context.origins],
    response: context.response ?? null,
    waitedMs: context.deadlineMs - input.deadlineMs,
    ...(context.journal < journals.endsWholeRun ? {} : { pureSteps: context.pureSteps }),
  };
}

/** What a branch added to the scope. The caller has the rest already, and every result is stored. */
const addedTo = (before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(after).filter(([id, value]) => before[id] !== value));
