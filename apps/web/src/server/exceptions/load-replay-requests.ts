import { and, desc, eq, inArray } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { user } from '@throughline/core/db/schema/auth';
import { auditEntry } from '@throughline/core/db/schema/operation';

/** Who requested the last replay of an exception, when and why. */
export interface ReplayRequest {
  readonly exceptionId: string;
  readonly byName: string | null;
  readonly at: Date;
  readonly reason: string;
  /** The person replayed it with a payload other than the stored one. */
  readonly isPayloadEdited: boolean;
}

/** The audit log has the reasons, because an exception only stores how it ended. */
export const loadReplayRequests = async (
  tx: OrganisationTx,
  exceptionIds: readonly string[],
): Promise<readonly ReplayRequest[]> => {
  if (exceptionIds.length === 0) return [];
  const rows = await tx
    .selectDistinctOn([auditEntry.subjectId], {
      exceptionId: auditEntry.subjectId,
      byName: user.name,
      at: auditEntry.createdAt,
      details: auditEntry.details,
    })
    .from(auditEntry)
    .leftJoin(user, eq(user.id, auditEntry.actor))
    .where(
      and(
        eq(auditEntry.subjectType, 'exception'),
        inArray(auditEntry.subjectId, [...exceptionIds]),
        eq(auditEntry.action, 'exception.replayed'),
      ),
    )
    .orderBy(auditEntry.subjectId, desc(auditEntry.createdAt), desc(auditEntry.id));
  return rows.map(({ details, ...row }) => ({
    ...row,
    reason: typeof details['reason'] === 'string' ? details['reason'] : '',
    isPayloadEdited: details['isPayloadEdited'] === true,
  }));
};
