import { and, eq, inArray } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { writeAudit } from '@throughline/core/db/audit';
import { replayException } from '@throughline/core/db/runs/replay-exception';
import { exception } from '@throughline/core/db/schema/run';
import { Refusal } from '../trpc/refusal.ts';

export interface ReplayExceptionsInput {
  readonly environmentId: string;
  readonly exceptionIds: readonly string[];
  /** For a single exception: its payload as the operator left it. */
  readonly payload?: { readonly data: unknown } | undefined;
  readonly reason: string;
  readonly startedBy: string;
}

/** Runs the records of open exceptions again, all or none. Returns the started runs, in the order of the exceptions. */
export const replayExceptions = async (tx: OrganisationTx, input: ReplayExceptionsInput): Promise<string[]> => {
  const { environmentId, exceptionIds, payload, reason, startedBy } = input;
  const known = await tx.$count(
    exception,
    and(eq(exception.environmentId, environmentId), inArray(exception.id, [...exceptionIds])),
  );
  if (known !== new Set(exceptionIds).size) {
    throw new Refusal('not-found', 'EXCEPTION_NOT_FOUND', 'One of these exceptions is not in this environment.');
  }
  const runIds: string[] = [];
  for (const exceptionId of exceptionIds) {
    const runId = await replayException(tx, { exceptionId, startedBy, payload });
    if (runId !== null) runIds.push(runId);
    await writeAudit(tx, {
      actor: startedBy,
      action: 'exception.replayed',
      subjectType: 'exception',
      subjectId: exceptionId,
      environmentId,
      details: { runId, reason, isPayloadEdited: payload !== undefined },
    });
  }
  return runIds;
};
