import { and, eq, ne, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { changeCursor } from '@throughline/core/db/schema/index';

export type CursorRow = typeof changeCursor.$inferSelect;

export interface ClaimInput {
  readonly environmentId: string;
  readonly definitionId: string;
  readonly connectionId: string;
  /** Where a first poll begins. */
  readonly since: Date;
  readonly everyMs: number;
}

/**
 * Takes this turn of polling, or gives undefined when it is not due or another worker took it. A worker that dies in
 * its turn loses nothing: the cursor moves only with the events it brought.
 */
export async function claimPoll(tx: OrganisationTx, input: ClaimInput): Promise<CursorRow | undefined> {
  const { environmentId, definitionId, connectionId, since, everyMs } = input;
  await tx.insert(changeCursor).values({ environmentId, definitionId, connectionId, since }).onConflictDoNothing();
  const isFlow = and(eq(changeCursor.environmentId, environmentId), eq(changeCursor.definitionId, definitionId));
  // A flow that was moved to another connection begins there anew; the old cursor means nothing to it.
  await tx
    .update(changeCursor)
    .set({ connectionId, cursor: null, since: new Date(), polledAt: null })
    .where(and(isFlow, ne(changeCursor.connectionId, connectionId)));
  const [claimed] = await tx
    .update(changeCursor)
    .set({ polledAt: sql`now()` })
    .where(
      and(
        isFlow,
        sql`(${changeCursor.polledAt} is null or ${changeCursor.polledAt} <= now() - make_interval(secs => ${everyMs / 1000}))`,
      ),
    )
    .returning();
  return claimed;
}

export async function moveCursor(
  tx: OrganisationTx,
  cursorId: string,
  moved: { readonly cursor: string; readonly seen: number },
): Promise<void> {
  await tx
    .update(changeCursor)
    .set({ cursor: moved.cursor, seen: sql`${changeCursor.seen} + ${moved.seen}`, failureMessage: null })
    .where(eq(changeCursor.id, cursorId));
}

export async function notePollFailure(tx: OrganisationTx, cursorId: string, failureMessage: string): Promise<void> {
  await tx.update(changeCursor).set({ failureMessage }).where(eq(changeCursor.id, cursorId));
}
