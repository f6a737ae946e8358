import { and, desc, eq, gt, ne, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { delivery, run } from '@throughline/core/db/schema/index';
import type { DeliveryRow } from './delivery.ts';

export interface RecordUse {
  readonly own: DeliveryRow;
  readonly runId: string;
  readonly externalId: string;
  /** The run made the record, so that every other delivery of it came later. */
  readonly isCreator: boolean;
}

/**
 * The run that has delivered or confirmed the same record of a system since, in whatever flow. A flow that this run
 * called, or was called by, is part of the same work and does not count.
 */
export async function findLaterUse(
  tx: OrganisationTx,
  { own, runId, externalId, isCreator }: RecordUse,
): Promise<string | undefined> {
  if (own.runId !== runId) return own.runId;
  const isRelative = sql`exists (select 1 from ${run} where (${run.id} = ${delivery.runId} and ${run.parentRunId} = ${runId})
    or (${run.id} = ${runId} and ${run.parentRunId} = ${delivery.runId}))`;
  const [row] = await tx
    .select({ runId: delivery.runId })
    .from(delivery)
    .where(
      and(
        eq(delivery.connectionId, own.connectionId),
        eq(delivery.object, own.object),
        eq(delivery.externalId, externalId),
        eq(delivery.state, 'confirmed'),
        ne(delivery.runId, runId),
        isCreator ? undefined : gt(delivery.updatedAt, own.updatedAt),
        sql`not ${isRelative}`,
      ),
    )
    .orderBy(desc(delivery.updatedAt))
    .limit(1);
  return row?.runId;
}
