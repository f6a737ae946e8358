import { and, eq, inArray, ne } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { writeAudit } from '@throughline/core/db/audit';
import { member } from '@throughline/core/db/schema/organisation';
import { exception } from '@throughline/core/db/schema/run';
import { Refusal } from '../trpc/refusal.ts';

export interface AssignExceptionsInput {
  readonly environmentId: string;
  readonly exceptionIds: readonly string[];
  /** Null removes the owner. */
  readonly ownerUserId: string | null;
  readonly assignedBy: string;
}

/** Gives unresolved exceptions an owner; resolved ones stay as they are. Returns how many were assigned. */
export const assignExceptions = async (tx: OrganisationTx, input: AssignExceptionsInput): Promise<number> => {
  const { environmentId, exceptionIds, ownerUserId, assignedBy } = input;
  if (ownerUserId !== null && (await tx.$count(member, eq(member.userId, ownerUserId))) === 0) {
    throw new Refusal(
      'invalid',
      'NOT_A_MEMBER',
      'That person is no longer a member of this organisation. Reload and choose another.',
    );
  }
  const assigned = await tx
    .update(exception)
    .set({ ownerUserId })
    .where(
      and(
        eq(exception.environmentId, environmentId),
        inArray(exception.id, [...exceptionIds]),
        ne(exception.state, 'resolved'),
      ),
    )
    .returning({ id: exception.id });
  for (const { id } of assigned) {
    await writeAudit(tx, {
      actor: assignedBy,
      action: 'exception.assigned',
      subjectType: 'exception',
      subjectId: id,
      environmentId,
      details: { ownerUserId },
    });
  }
  return assigned.length;
};
