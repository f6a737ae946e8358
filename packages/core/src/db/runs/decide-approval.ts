import { and, eq, isNull } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { approval, waitingStep } from '../schema/index.ts';
import { sendMessage } from './engine-queue.ts';
import { refuseStarter } from './refuse-starter.ts';
import { RunError } from './run-error.ts';

export interface DecideApprovalInput {
  readonly approvalId: string;
  readonly decision: 'approved' | 'rejected';
  readonly decidedBy: string;
  readonly comment: string;
}

/**
 * Answers the question of an `approve` step; its run continues when this commits. The caller has to check whether the
 * person may answer (`approval.role`).
 * @throws RunError `APPROVAL_DECIDED`, also when there is no such approval; `RUN_NOT_WAITING`, `OWN_RUN`, and
 * nothing is decided
 */
export async function decideApproval(tx: OrganisationTx, input: DecideApprovalInput): Promise<void> {
  const { approvalId, decision, decidedBy, comment } = input;
  const [decided] = await tx
    .update(approval)
    .set({ decision, decidedBy, comment, decidedAt: new Date() })
    .where(and(eq(approval.id, approvalId), isNull(approval.decision)))
    .returning({ runId: approval.runId, path: approval.path, starterMayAnswer: approval.starterMayAnswer });
  if (decided === undefined) throw new RunError('APPROVAL_DECIDED', 'This question has been answered already.');
  if (!decided.starterMayAnswer) await refuseStarter(tx, decided.runId, decidedBy);
  const [waiting] = await tx
    .select({ workflowId: waitingStep.workflowId, topic: waitingStep.topic })
    .from(waitingStep)
    .where(and(eq(waitingStep.runId, decided.runId), eq(waitingStep.path, decided.path)));
  if (waiting === undefined) {
    throw new RunError(
      'RUN_NOT_WAITING',
      'The run no longer waits for this answer: the time ran out, or the run was cancelled.',
    );
  }
  await sendMessage(tx, {
    ...waiting,
    message: { decision, by: decidedBy, comment },
    messageId: `approval:${approvalId}`,
  });
}
