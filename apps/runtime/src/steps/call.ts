import { calledRunId } from '../run/called-run-id.ts';
import { performEffect } from '../run/effect.ts';
import { inOrganisation } from '../run/in-organisation.ts';
import type { HowLost } from '../failures/called-run-lost.ts';
import { RunEnded } from '../failures/run-ended.ts';
import { StepFailure } from '../failures/step-failure.ts';
import { addCalledRun } from '../store/add-called-run.ts';
import { holdRunOpen } from '../store/hold-run-open.ts';
import { journals } from '../run/journals.ts';
import type { Frame, RunContext } from '../run/run-context.ts';
import { timedOut } from '../run/timed-out.ts';
import { allowEffect } from './allow-effect.ts';
import type { StepExecutor } from './executor.ts';
import { takeOverLostRun } from './take-over-lost-run.ts';

/** The called flow is a run of its own, on the versions that were pinned when this run was accepted. */
export const call: StepExecutor<'call'> = async ({ config, retry }, path, frame) => {
  const { context, scope } = frame;
  const input = (await context.evaluator.expression(config.input, scope)) ?? null;
  context.stepLog.input(path, input);
  // This is read only for its errors: a flow that is not published stops here with a sentence for people.
  await context.documents.flow(config.flow);
  const runId = calledRunId(context.workflowId, path);
  await performEffect({
    context,
    path,
    retry,
    act: () =>
      inOrganisation(context, async (tx) => {
        await allowEffect(tx, context);
        const parent = { parentRunId: context.runId, parentPath: path };
        return addCalledRun(tx, { runId, ...parent, flowKey: config.flow, payload: input });
      }),
  });
  const { organisationId, deadlineMs: callersDeadlineMs } = context;
  const called = { organisationId, runId, isCalled: true, callersDeadlineMs };
  const child = await context.services.children.startFlow(runId, called);
  const result = await child.result();
  if (result.lost !== undefined) {
    await requireOpen(context);
    await takeOver(frame, path, { runId, how: result.lost });
  }
  context.undo.push(...result.undo);
  context.deadlineMs += result.waitedMs ?? 0;
  if (result.isCallersTimeout === true) throw timedOut(context);
  if (result.failure === null) return result.output;
  // The called run itself says which of its steps failed, and only that run has ended: here, this step has failed.
  const { stepId: _, path: __, endsRun: ___, ...failure } = result.failure;
  throw new StepFailure(failure);
};

/** Fails with what is known of the lost run, whose effects are this run's to take back. @throws StepFailure */
async function takeOver(
  frame: Frame,
  path: string,
  lost: { readonly runId: string; readonly how: HowLost },
): Promise<void> {
  const { context } = frame;
  if (context.journal < journals.takesOverLostRuns) return;
  const { undo, failure, waitedMs = 0 } = await takeOverLostRun(frame, path, lost);
  context.undo.push(...undo);
  context.deadlineMs += waitedMs;
  throw new StepFailure(failure);
}

/** Called runs are cancelled with their caller, and then the step has not failed. @throws RunEnded */
async function requireOpen(context: RunContext): Promise<void> {
  if (!(await inOrganisation(context, (tx) => holdRunOpen(tx, context.runId)))) throw new RunEnded('cancelled');
}
