import { and, eq, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { changeCursor } from '@throughline/core/db/schema/index';

export type CursorRow = typeof changeCursor.$inferSelect;

export interface ClaimInput {
  readonly environmentId: string;
  readonly definitionId: string;
  readonly connectionId: string;
  readonly object: string;
  /** Where the first poll of an object begins. */
  readonly since: Date;
  readonly everyMs: number;
}

/**
 * Takes this turn of polling. Returns undefined when it is not due or another worker took it. A worker that dies during
 * its turn loses nothing, because the cursor moves only together with the events that it brought. A turn that lasts longer
 * than `everyMs` can be taken by another worker too; whichever of the two is behind gives up at its next cursor. A flow
 * that was moved to another connection or object starts from the beginning there, because the old cursor means nothing to
 * it; when it moves back, it continues from where it was.
 */
export async function claimPoll(tx: OrganisationTx, input: ClaimInput): Promise<CursorRow | undefined> {
  const { environmentId, definitionId, connectionId, object, since, everyMs } = input;
  await tx
    .insert(changeCursor)
    .values({ environmentId, definitionId, connectionId, object, since })
    .onConflictDoNothing();
  const [claimed] = await tx
    .update(changeCursor)
    .set({ polledAt: sql`now()` })
    .where(
      and(
        eq(changeCursor.environmentId, environmentId),
        eq(changeCursor.definitionId, definitionId),
        eq(changeCursor.connectionId, connectionId),
        eq(changeCursor.object, object),
        sql`(${changeCursor.polledAt} is null or ${changeCursor.polledAt} <= now() - make_interval(secs => ${everyMs / 1000}))`,
      ),
    )
    .returning();
  return claimed;
}

/** Returns false, and moves nothing, when another worker has moved the cursor or given it up since `from` was read. */
export async function moveCursor(
  tx: OrganisationTx,
  cursorId: string,
  moved: {
    /** The cursor that the page was asked for with. */
    readonly from: string | null;
    readonly cursor: string;
    readonly seen: number;
    /** The newest change of this turn so far. */
    readonly newest: Date | undefined;
    readonly isEnd: boolean;
  },
): Promise<boolean> {
  const { from, cursor, seen, newest, isEnd } = moved;
  const rows = await tx
    .update(changeCursor)
    .set({
      cursor,
      seen: sql`${changeCursor.seen} + ${seen}`,
      failureMessage: null,
      failingSince: null,
      ...(isEnd ? { heardAt: sql`now()`, ...seenUntil(newest) } : {}),
    })
    .where(and(eq(changeCursor.id, cursorId), sql`${changeCursor.cursor} is not distinct from ${from}`))
    .returning({ id: changeCursor.id });
  return rows.length > 0;
}

/**
 * What was seen moves at the end of a crawl only: a page may show newer changes before older ones, because a system can
 * keep changed and deleted records in lists of their own.
 */
const seenUntil = (newest: Date | undefined) =>
  newest === undefined
    ? {}
    : { seenUntil: sql`greatest(${changeCursor.seenUntil}, ${newest.toISOString()}::timestamptz)` };

export async function notePollFailure(tx: OrganisationTx, cursorId: string, failureMessage: string): Promise<void> {
  await tx
    .update(changeCursor)
    .set({ failureMessage, failingSince: sql`coalesce(${changeCursor.failingSince}, now())` })
    .where(eq(changeCursor.id, cursorId));
}

export interface RestartInput {
  readonly cursorId: string;
  /** The cursor that the system does not know any more. */
  readonly gone: string;
  /** How late a change may become visible. */
  readonly overlapMs: number;
  readonly message: string;
}

/**
 * Gives up a cursor that the system does not know any more: changes are crawled again from the newest one that was seen,
 * less the time that a change may take to become visible. Returns the row as it is then, or undefined when
 * another worker has moved the cursor or given it up already.
 */
export async function restartCursor(tx: OrganisationTx, restart: RestartInput): Promise<CursorRow | undefined> {
  const { cursorId, gone, overlapMs, message } = restart;
  const overlap = sql`make_interval(secs => ${overlapMs / 1000})`;
  // `greatest` ignores a null.
  const from = sql`greatest(${changeCursor.since}, ${changeCursor.seenUntil} - ${overlap})`;
  const [restarted] = await tx
    .update(changeCursor)
    .set({ cursor: null, since: from, restartedAt: sql`now()`, restartedFrom: from, restartMessage: message })
    .where(and(eq(changeCursor.id, cursorId), eq(changeCursor.cursor, gone)))
    .returning();
  return restarted;
}
