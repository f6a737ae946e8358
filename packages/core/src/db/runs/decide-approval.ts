import { and, eq, isNull } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { approval, stepRun } from '../schema/index.ts';
import { stepTopic } from './engine-names.ts';
import { sendMessage } from './engine-queue.ts';
import { RunError } from './run-error.ts';

export interface DecideApprovalInput {
  readonly approvalId: string;
  readonly decision: 'approved' | 'rejected';
  readonly decidedBy: string;
  readonly comment: string;
}

/**
 * Answers the question of an `approve` step; its run goes on when this commits. Whether the person may is the caller's
 * to check (`approval.role`).
 * @throws RunError `APPROVAL_DECIDED`, also when there is no such approval
 */
export async function decideApproval(tx: OrganisationTx, input: DecideApprovalInput): Promise<void> {
  const { approvalId, decision, decidedBy, comment } = input;
  const [decided] = await tx
    .update(approval)
    .set({ decision, decidedBy, comment, decidedAt: new Date() })
    .where(and(eq(approval.id, approvalId), isNull(approval.decision)))
    .returning({ runId: approval.runId, path: approval.path });
  if (decided === undefined) throw new RunError('APPROVAL_DECIDED', 'This question has been answered already.');
  const [waiting] = await tx
    .select({ input: stepRun.input })
    .from(stepRun)
    .where(and(eq(stepRun.runId, decided.runId), eq(stepRun.path, decided.path)));
  await sendMessage(tx, {
    workflowId: workflowOf(waiting?.input) ?? decided.runId,
    topic: stepTopic(decided.path),
    message: { decision, by: decidedBy, comment },
    messageId: `approval:${approvalId}`,
  });
}

/** A step inside a parallel branch or a chunk waits in a workflow of its own, and says which. */
function workflowOf(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || !('workflowId' in input)) return undefined;
  return typeof input.workflowId === 'string' ? input.workflowId : undefined;
}
