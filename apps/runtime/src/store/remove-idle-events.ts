import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { liveVersion, triggerEvent, version } from '@throughline/core/db/schema/index';
import { storedRetention } from './stored-retention.ts';

/** How long an event is kept that no live flow listens to. */
const unclaimedRetention = 'P30D';

/**
 * Removes events that started nothing, once the retention of the flow that is live has passed. An event that waits for
 * its record is never too old. Returns how many were removed.
 */
export async function removeIdleEvents(
  tx: OrganisationTx,
  { environmentId, now, limit }: { readonly environmentId: string; readonly now: Date; readonly limit: number },
): Promise<number> {
  const ofFlow = storedRetention(sql`${version.document}->'settings'`);
  const retention = sql`case when ${triggerEvent.state} = 'unclaimed' then ${unclaimedRetention}::interval else ${ofFlow} end`;
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
        ne(triggerEvent.state, 'waiting'),
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
