import { and, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { OrganisationTx } from '@throughline/core/db';
import { changeCursor, connection, recordClaim, triggerEvent } from '@throughline/core/db/schema/index';

type EventRow = typeof triggerEvent.$inferSelect;

export interface EventToRead {
  readonly event: EventRow;
  /** The connection's key and system; null when it was deleted meanwhile. */
  readonly connectionKey: string | null;
  readonly system: string | null;
  /** Where the flow's polling began; null for events that the system sends by itself. */
  readonly since: Date | null;
}

/** A waiting event with what is needed to read its record, or undefined when somebody else has judged it. */
export async function loadEventToRead(tx: OrganisationTx, eventId: string): Promise<EventToRead | undefined> {
  const [row] = await tx
    .select({
      event: triggerEvent,
      connectionKey: connection.key,
      system: connection.system,
      since: changeCursor.since,
    })
    .from(triggerEvent)
    .leftJoin(connection, eq(connection.id, triggerEvent.connectionId))
    .leftJoin(
      changeCursor,
      and(
        eq(triggerEvent.source, 'change'),
        eq(changeCursor.environmentId, triggerEvent.environmentId),
        eq(changeCursor.definitionId, triggerEvent.definitionId),
        eq(changeCursor.connectionId, triggerEvent.connectionId),
        eq(changeCursor.object, triggerEvent.object),
      ),
    )
    .where(and(eq(triggerEvent.id, eventId), eq(triggerEvent.state, 'waiting')));
  return row;
}

export interface Postponement {
  readonly eventId: string;
  readonly workerId: string;
  readonly waitMs: number;
  readonly message: string;
  /** False when the record could not even be asked for. */
  readonly isAttempt: boolean;
}

/** Lets go of an event whose record could not be read, until it is due again. */
export async function postponeEvent(tx: OrganisationTx, postponement: Postponement): Promise<void> {
  const { eventId, workerId, waitMs, message, isAttempt } = postponement;
  await tx
    .update(triggerEvent)
    .set({
      claimedBy: null,
      failureMessage: message,
      dueAt: sql`now() + make_interval(secs => ${waitMs / 1000})`,
      ...(isAttempt ? { attempts: sql`${triggerEvent.attempts} + 1` } : {}),
    })
    .where(and(eq(triggerEvent.id, eventId), eq(triggerEvent.state, 'waiting'), eq(triggerEvent.claimedBy, workerId)));
}

/**
 * Lets go of every event of a flow that this worker could judge now, until they are due again: what holds one of them up
 * holds up all. An event that somebody else is postponing at this moment is left to them.
 */
export async function postponeEventsOfFlow(
  tx: OrganisationTx,
  { eventId, workerId, waitMs, message }: Omit<Postponement, 'isAttempt'>,
): Promise<void> {
  const told = alias(triggerEvent, 'told');
  const due = tx
    .select({ id: triggerEvent.id })
    .from(triggerEvent)
    .innerJoin(
      told,
      and(eq(told.environmentId, triggerEvent.environmentId), eq(told.definitionId, triggerEvent.definitionId)),
    )
    .where(
      and(
        eq(told.id, eventId),
        eq(triggerEvent.state, 'waiting'),
        lte(triggerEvent.dueAt, sql`now()`),
        or(isNull(triggerEvent.claimedBy), eq(triggerEvent.claimedBy, workerId)),
      ),
    )
    .for('update', { of: triggerEvent, skipLocked: true });
  await tx
    .update(triggerEvent)
    .set({ claimedBy: null, failureMessage: message, dueAt: sql`now() + make_interval(secs => ${waitMs / 1000})` })
    .where(inArray(triggerEvent.id, due));
}

/** Whether the system has told, after this event, that the record was deleted. */
export async function wasDeletedLater(tx: OrganisationTx, event: EventRow): Promise<boolean> {
  const { connectionId, object, recordId, receivedAt, occurredAt } = event;
  if (connectionId === null || object === null || recordId === null) return false;
  const found = await tx
    .select({ id: triggerEvent.id })
    .from(triggerEvent)
    .where(
      and(
        eq(triggerEvent.connectionId, connectionId),
        eq(triggerEvent.object, object),
        eq(triggerEvent.recordId, recordId),
        eq(triggerEvent.change, 'deleted'),
        occurredAt === null ? gt(triggerEvent.receivedAt, receivedAt) : gt(triggerEvent.occurredAt, occurredAt),
      ),
    )
    .limit(1);
  return found.length > 0;
}

/** Whether a step is writing to an object at this moment: a change that is seen meanwhile may be its echo. */
export async function isBeingWritten(tx: OrganisationTx, connectionId: string, object: string): Promise<boolean> {
  const held = await tx
    .select({ key: recordClaim.key })
    .from(recordClaim)
    .where(
      and(eq(recordClaim.connectionId, connectionId), eq(recordClaim.object, object), isNotNull(recordClaim.holder)),
    )
    .limit(1);
  return held.length > 0;
}
