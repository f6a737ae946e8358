import { and, eq, inArray } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { sharedValue } from '@throughline/core/db/schema/index';

/** Keeps a value for the parts of a run. Repeating it is safe. */
export async function saveSharedValue(
  tx: OrganisationTx,
  value: { readonly runId: string; readonly hash: string; readonly value: string },
): Promise<void> {
  await tx.insert(sharedValue).values(value).onConflictDoNothing();
}

/** The JSON of values by their hashes. Those of a run that has ended are gone. */
export async function loadSharedValues(
  tx: OrganisationTx,
  runId: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ hash: sharedValue.hash, value: sharedValue.value })
    .from(sharedValue)
    .where(and(eq(sharedValue.runId, runId), inArray(sharedValue.hash, [...hashes])));
  return new Map(rows.map(({ hash, value }) => [hash, value]));
}
