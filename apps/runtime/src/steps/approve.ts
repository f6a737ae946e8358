import { DBOS } from '@dbos-inc/dbos-sdk';
import { stepTopic } from '@throughline/core/db/runs/engine-names';
import { durationMs } from '../engine/duration.ts';
import { performEffect, waitOnPurpose } from '../engine/effect.ts';
import { inOrganisation } from '../engine/in-organisation.ts';
import { askApproval, expireApproval, type Decision } from '../store/approval.ts';
import { textOf } from './text-of.ts';
import type { StepExecutor } from './executor.ts';

export const approve: StepExecutor<'approve'> = async ({ config, retry }, path, { context, scope }) => {
  const question = textOf(await context.evaluator.expression(config.question, scope));
  const { role, timeout } = config;
  context.stepLog.input(path, { question, role, timeout, workflowId: context.workflowId });
  if (context.mode === 'test') return { decision: 'approved', by: null, comment: 'A test run asks nobody.' };
  const { runId, environmentId, services } = context;
  const timeoutMs = durationMs(timeout);
  await performEffect({
    context,
    path,
    retry,
    act: () =>
      inOrganisation(context, (tx) =>
        askApproval(tx, {
          runId,
          environmentId,
          path,
          question,
          role,
          dueAt: new Date(services.now() + timeoutMs),
        }),
      ),
  });
  const answer = await waitOnPurpose(context, path, () =>
    DBOS.recv<Decision>(stepTopic(path), { timeoutSeconds: Math.max(1, Math.ceil(timeoutMs / 1000)) }),
  );
  if (answer !== null) return answer;
  return performEffect({
    context,
    path: `${path} expired`,
    retry,
    act: () => inOrganisation(context, (tx) => expireApproval(tx, { runId, path, at: new Date(services.now()) })),
  });
};
