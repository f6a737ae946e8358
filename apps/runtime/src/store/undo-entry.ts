import { and, asc, eq, inArray } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { undoEntry } from '@throughline/core/db/schema/index';
import type { UndoEntry } from '@throughline/core/db/words/replay-target';

/** Notes how an effect is taken back. Belongs in the transaction that confirms the effect; repeating it is safe. */
export async function noteUndoEntry(tx: OrganisationTx, runId: string, entry: UndoEntry): Promise<void> {
  await tx
    .insert(undoEntry)
    .values({ runId, path: entry.path, entry: JSON.stringify(entry) })
    .onConflictDoNothing();
}

/** The effect was taken back, or was handed to a person. */
export async function forgetUndoEntry(tx: OrganisationTx, { runId, path }: UndoEntry): Promise<void> {
  if (runId === undefined) return;
  await tx.delete(undoEntry).where(and(eq(undoEntry.runId, runId), eq(undoEntry.path, path)));
}

/** What is noted for these runs, in the order of execution. */
export async function loadUndoEntries(tx: OrganisationTx, runIds: readonly string[]): Promise<UndoEntry[]> {
  const rows = await tx
    .select({ entry: undoEntry.entry })
    .from(undoEntry)
    .where(inArray(undoEntry.runId, [...runIds]))
    .orderBy(asc(undoEntry.createdAt), asc(undoEntry.path));
  return rows.map(({ entry }) => JSON.parse(entry) as UndoEntry);
}
