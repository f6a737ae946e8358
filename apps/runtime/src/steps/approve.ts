import { DBOS } from '@dbos-inc/dbos-sdk';
import { stepTopic } from '@throughline/core/db/runs/engine-names';
import { durationMs } from '@throughline/core/flow/duration-ms';
import { performEffect } from '../run/effect.ts';
import { inOrganisation } from '../run/in-organisation.ts';
import { noteWaiting, waitOnPurpose } from '../run/wait-on-purpose.ts';
import { askApproval, expireApproval, type Decision } from '../store/approval.ts';
import { allowEffect } from './allow-effect.ts';
import { textOf } from './text-of.ts';
import type { StepExecutor } from './executor.ts';

export const approve: StepExecutor<'approve'> = async ({ config, retry }, path, { context, scope }) => {
  const question = textOf(await context.evaluator.expression(config.question, scope));
  const { role, timeout, starterMayAnswer } = config;
  context.stepLog.input(path, { question, role, timeout });
  if (context.mode === 'test') return { decision: 'approved', by: null, comment: 'A test run asks nobody.' };
  const { runId, environmentId, services } = context;
  const timeoutMs = durationMs(timeout);
  const waiting = { path, kind: 'approve' } as const;
  await performEffect({
    context,
    path,
    retry,
    act: () =>
      inOrganisation(context, async (tx) => {
        const dueAt = new Date(services.now() + timeoutMs);
        await noteWaiting(tx, context, waiting);
        return askApproval(tx, { runId, environmentId, path, question, role, starterMayAnswer, dueAt });
      }),
  });
  const answer = await waitOnPurpose(context, waiting, () =>
    DBOS.recv<Decision>(stepTopic(path), { timeoutSeconds: Math.max(1, Math.ceil(timeoutMs / 1000)) }),
  );
  if (answer !== null) return answer;
  return performEffect({
    context,
    path: `${path} expired`,
    retry,
    act: () =>
      inOrganisation(context, async (tx) => {
        await allowEffect(tx, context);
        return expireApproval(tx, { runId, path, at: new Date(services.now()) });
      }),
  });
};
