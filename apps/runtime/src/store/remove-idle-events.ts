import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { liveVersion, triggerEvent, version } from '@throughline/core/db/schema/index';

/** Removes events that started nothing, once the retention of the flow that is live has passed. Returns how many. */
export async function removeIdleEvents(
  tx: OrganisationTx,
  { environmentId, now, limit }: { readonly environmentId: string; readonly now: Date; readonly limit: number },
): Promise<number> {
  const retention = sql`coalesce(${version.document}->'settings'->>'retention', 'P90D')::interval`;
  const expired = tx
    .select({ id: triggerEvent.id })
    .from(triggerEvent)
    .leftJoin(
      liveVersion,
      and(
        eq(liveVersion.environmentId, triggerEvent.environmentId),
        eq(liveVersion.definitionId, triggerEvent.definitionId),
      ),
    )
    .leftJoin(version, eq(version.id, liveVersion.versionId))
    .where(
      and(
        eq(triggerEvent.environmentId, environmentId),
        isNull(triggerEvent.runId),
        sql`${triggerEvent.receivedAt} < ${now.toISOString()}::timestamptz - ${retention}`,
      ),
    )
    .limit(limit);
  const removed = await tx
    .delete(triggerEvent)
    .where(inArray(triggerEvent.id, expired))
    .returning({ id: triggerEvent.id });
  return removed.length;
}
