import { and, eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { writeAudit } from '@throughline/core/db/audit';
import { adoptRecord } from '@throughline/core/db/runs/adopt-record';
import { exception } from '@throughline/core/db/schema/run';
import { Refusal } from '../trpc/refusal.ts';

export interface AdoptExceptionRecordInput {
  readonly environmentId: string;
  readonly exceptionId: string;
  readonly externalId: string;
  readonly reason: string;
  readonly startedBy: string;
}

/** Continues with the record that a person found in the system after the answer to its creation was lost. */
export const adoptExceptionRecord = async (
  tx: OrganisationTx,
  { environmentId, reason, ...input }: AdoptExceptionRecordInput,
): Promise<string | null> => {
  const { exceptionId, externalId, startedBy } = input;
  const known = await tx.$count(
    exception,
    and(eq(exception.environmentId, environmentId), eq(exception.id, exceptionId)),
  );
  if (known === 0) throw new Refusal('not-found', 'EXCEPTION_NOT_FOUND', 'This exception is not in this environment.');
  const runId = await adoptRecord(tx, input);
  await writeAudit(tx, {
    actor: startedBy,
    action: 'exception.adopted',
    subjectType: 'exception',
    subjectId: exceptionId,
    environmentId,
    details: { runId, externalId, reason },
  });
  return runId;
};
