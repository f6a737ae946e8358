import type { StepOf } from '@throughline/core/flow/step';
import type { PartInput } from '../run/child-workflows.ts';
import { adoptPart } from '../run/adopt-part.ts';
import { shareScope } from '../run/part-scope.ts';
import { overdueAfter } from '../run/stop-when-overdue.ts';
import { graverOf, StepFailure } from '../failures/step-failure.ts';
import type { StepExecutor } from './executor.ts';

/** Every branch is a workflow of its own. All of them end before the step does, whichever fails. */
export const parallel: StepExecutor<'parallel'> = async (step, path, frame) => {
  const { context, prefix, place } = frame;
  const { deadlineMs } = context;
  const scope = await shareScope(frame);
  const children = [];
  for (const [index, { slot }] of step.config.branches.entries()) {
    const lead = context.start.leads.get(step.id);
    if (!isToRun(step, slot, context.way) || (lead !== undefined && lead !== slot)) continue;
    const input: PartInput = {
      organisationId: context.organisationId,
      runId: context.runId,
      stepId: step.id,
      prefix,
      place,
      firstPosition: context.stepLog.nextPosition + index * 100,
      deadlineMs,
      isCallersDeadline: context.isCallersDeadline,
      journal: context.journal,
      scope,
      work: { kind: 'branch', slot },
    };
    children.push(await context.services.children.startPart(`${context.workflowId}/${path}.${slot}`, input));
  }
  context.stepLog.nextPosition += step.config.branches.length * 100;
  const parts = [];
  for (const child of children) parts.push(await child.result());
  for (const part of parts) adoptPart(frame, part, deadlineMs);
  const partFailures = parts.map((part) => part.failure);
  const pureSteps = parts.reduce((sum, part) => sum + (part.pureSteps ?? 0), 0);
  const failure = [...partFailures, await overdueAfter(context, pureSteps)].reduce(graverOf);
  if (failure !== null) throw new StepFailure(failure);
  return {};
};

/** A replay of one item runs the branch that leads to it, and not those beside it. */
function isToRun({ id, bodies }: StepOf<'parallel'>, slot: string, way: ReadonlySet<string>): boolean {
  return !way.has(id) || bodies?.[slot]?.some((step) => way.has(step.id)) === true;
}
