import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { run, undoEntry } from '@throughline/core/db/schema/index';
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

/** Nothing of these runs is to be taken back by a run any more. */
export async function forgetUndoEntriesOf(tx: OrganisationTx, runIds: readonly string[]): Promise<void> {
  await tx.delete(undoEntry).where(inArray(undoEntry.runId, [...runIds]));
}

/**
 * A run that no other run called has ended, also by a cancellation during its last effect, so nobody takes over from it.
 * What a called run noted stays, because its caller may have to take it back.
 */
export async function forgetUndoEntriesOfRoot(tx: OrganisationTx, runId: string): Promise<void> {
  const root = tx
    .select({ id: run.id })
    .from(run)
    .where(and(eq(run.id, runId), isNull(run.parentRunId)));
  await tx.delete(undoEntry).where(inArray(undoEntry.runId, root));
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
