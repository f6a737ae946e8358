import { v5 } from 'uuid';
import { performEffect } from '../run/effect.ts';
import { inOrganisation } from '../run/in-organisation.ts';
import { StepFailure } from '../failures/step-failure.ts';
import { addCalledRun } from '../store/add-called-run.ts';
import type { StepExecutor } from './executor.ts';

const namespace = '8f0d2f1b-6f0e-4b52-9b8b-5d1c5d9c2a77';

/** The called flow is a run of its own, on the versions that were pinned when this run was accepted. */
export const call: StepExecutor<'call'> = async ({ config, retry }, path, { context, scope }) => {
  const input = (await context.evaluator.expression(config.input, scope)) ?? null;
  context.stepLog.input(path, input);
  // This is read for its errors, so that a flow that is not published stops here with a sentence.
  await context.documents.flow(config.flow);
  const calledRunId = v5(`${context.workflowId}/${path}`, namespace);
  await performEffect({
    context,
    path,
    retry,
    act: () =>
      inOrganisation(context, (tx) =>
        addCalledRun(tx, { runId: calledRunId, parentRunId: context.runId, flowKey: config.flow, payload: input }),
      ),
  });
  const { organisationId } = context;
  const child = await context.services.children.startFlow(calledRunId, {
    organisationId,
    runId: calledRunId,
    isCalled: true,
  });
  const result = await child.result();
  context.undo.push(...result.undo);
  if (result.failure === null) return result.output;
  // The called flow's own run tells where it failed inside; here, this step has failed.
  const { stepId: _, path: __, ...failure } = result.failure;
  throw new StepFailure(failure);
};
