import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { ownWrite } from '@throughline/core/db/schema/index';

/** Forgets our own writes from before an instant: their echoes have come by then, or never will. Returns how many. */
export async function removeOwnWrites(
  tx: OrganisationTx,
  { environmentId, before, limit }: { readonly environmentId: string; readonly before: Date; readonly limit: number },
): Promise<number> {
  const place = sql<string>`${ownWrite}.ctid`;
  const old = tx
    .select({ place })
    .from(ownWrite)
    .where(and(eq(ownWrite.environmentId, environmentId), lt(ownWrite.writtenAt, before)))
    .limit(limit);
  const removed = await tx.delete(ownWrite).where(inArray(place, old)).returning({ object: ownWrite.object });
  return removed.length;
}
