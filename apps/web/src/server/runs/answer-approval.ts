import { and, eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { writeAudit } from '@throughline/core/db/audit';
import { decideApproval } from '@throughline/core/db/runs/decide-approval';
import { approval } from '@throughline/core/db/schema/run';
import type { Role } from '@throughline/core/db/words/roles';
import type { Person } from '../trpc/context.ts';
import { Refusal } from '../trpc/refusal.ts';

export interface AnswerApprovalInput {
  readonly environmentId: string;
  readonly approvalId: string;
  readonly decision: 'approved' | 'rejected';
  readonly comment: string;
  readonly person: Person;
  readonly roles: readonly Role[];
}

/** Answers the question of a waiting run for a person with the required role. */
export const answerApproval = async (tx: OrganisationTx, input: AnswerApprovalInput): Promise<void> => {
  const { approvalId, environmentId, decision, comment, person, roles } = input;
  const [asked] = await tx
    .select({ role: approval.role, runId: approval.runId })
    .from(approval)
    .where(and(eq(approval.id, approvalId), eq(approval.environmentId, environmentId)));
  if (asked === undefined) {
    throw new Refusal('not-found', 'APPROVAL_NOT_FOUND', 'There is no such question in this environment.');
  }
  if (!roles.some((role) => role === 'admin' || role === asked.role)) {
    throw new Refusal('forbidden', 'ROLE_MISSING', `This question is for the role ${asked.role}.`);
  }
  await decideApproval(tx, { approvalId, decision, decidedBy: person.id, comment });
  await writeAudit(tx, {
    actor: person.id,
    action: 'approval.decided',
    subjectType: 'run',
    subjectId: asked.runId,
    environmentId,
    details: { decision, comment },
  });
};
