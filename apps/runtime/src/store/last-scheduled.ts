import { and, desc, eq, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { triggerEvent } from '@throughline/core/db/schema/index';

/** The occurrence for which a schedule was last set off, or undefined. */
export async function lastScheduled(
  tx: OrganisationTx,
  environmentId: string,
  definitionId: string,
): Promise<Date | undefined> {
  const [row] = await tx
    .select({ scheduledAt: sql<string>`${triggerEvent.payload}->>'scheduledAt'` })
    .from(triggerEvent)
    .where(
      and(
        eq(triggerEvent.environmentId, environmentId),
        eq(triggerEvent.definitionId, definitionId),
        eq(triggerEvent.source, 'schedule'),
      ),
    )
    .orderBy(desc(triggerEvent.receivedAt))
    .limit(1);
  return row === undefined ? undefined : new Date(row.scheduledAt);
}
