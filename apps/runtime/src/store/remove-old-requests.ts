import { and, eq, inArray, lt } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { engineRequest } from '@throughline/core/db/schema/index';

/**
 * Removes questions of the web app with their answers, which hold sample records; nobody waits that long for an answer.
 */
export async function removeOldRequests(
  tx: OrganisationTx,
  { environmentId, before, limit }: { readonly environmentId: string; readonly before: Date; readonly limit: number },
): Promise<string[]> {
  const old = tx
    .select({ id: engineRequest.id })
    .from(engineRequest)
    .where(and(eq(engineRequest.environmentId, environmentId), lt(engineRequest.createdAt, before)))
    .limit(limit);
  const removed = await tx
    .delete(engineRequest)
    .where(inArray(engineRequest.id, old))
    .returning({ id: engineRequest.id });
  return removed.map(({ id }) => id);
}
