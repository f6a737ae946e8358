import type { PartInput } from '../run/child-workflows.ts';
import { adoptPart } from '../run/adopt-part.ts';
import { StepFailure } from '../failures/step-failure.ts';
import type { StepExecutor } from './executor.ts';

/** Every branch is a workflow of its own; all end before the step does, whichever fails. */
export const parallel: StepExecutor<'parallel'> = async (step, path, frame) => {
  const { context, prefix, scope } = frame;
  const { trigger: _, flow: __, ...visible } = scope;
  const children = [];
  for (const [index, { slot }] of step.config.branches.entries()) {
    const input: PartInput = {
      organisationId: context.organisationId,
      runId: context.runId,
      stepId: step.id,
      prefix,
      firstPosition: context.stepLog.nextPosition + index * 100,
      deadlineMs: context.deadlineMs,
      scope: visible,
      work: { kind: 'branch', slot },
    };
    children.push(await context.services.children.startPart(`${context.workflowId}/${path}.${slot}`, input));
  }
  context.stepLog.nextPosition += step.config.branches.length * 100;
  const parts = [];
  for (const child of children) parts.push(await child.result());
  for (const part of parts) adoptPart(frame, part);
  const failure = parts.find((part) => part.failure !== null)?.failure;
  if (failure != null) throw new StepFailure(failure);
  return {};
};
