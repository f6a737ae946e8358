import { and, eq, inArray } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { writeAudit } from '@throughline/core/db/audit';
import { exception } from '@throughline/core/db/schema/run';
import { Refusal } from '../trpc/refusal.ts';

export interface ResolveExceptionsInput {
  readonly environmentId: string;
  readonly exceptionIds: readonly string[];
  readonly reason: string;
  readonly resolvedBy: string;
}

/** Ends open exceptions by hand, with a reason. Those that are being replayed end with their run instead. */
export const resolveExceptions = async (tx: OrganisationTx, input: ResolveExceptionsInput): Promise<number> => {
  const { environmentId, exceptionIds, reason, resolvedBy } = input;
  const resolved = await tx
    .update(exception)
    .set({ state: 'resolved', resolution: 'resolved', resolutionReason: reason, resolvedBy, resolvedAt: new Date() })
    .where(
      and(
        eq(exception.environmentId, environmentId),
        inArray(exception.id, [...exceptionIds]),
        eq(exception.state, 'open'),
      ),
    )
    .returning({ id: exception.id });
  if (resolved.length === 0) {
    throw new Refusal(
      'conflict',
      'EXCEPTION_NOT_OPEN',
      'Somebody has resolved or replayed this in the meantime. Reload to see its current state.',
    );
  }
  for (const { id } of resolved) {
    await writeAudit(tx, {
      actor: resolvedBy,
      action: 'exception.resolved',
      subjectType: 'exception',
      subjectId: id,
      environmentId,
      details: { reason },
    });
  }
  return resolved.length;
};
