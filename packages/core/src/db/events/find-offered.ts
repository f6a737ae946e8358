import { and, eq, gte, ne, notExists, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { RecordTrigger } from '../../flow/definition.ts';
import type { OrganisationTx } from '../client.ts';
import { connection, triggerEvent } from '../schema/index.ts';
import { findLiveFlow } from './live-flow.ts';

export interface FlowPlace {
  readonly environmentId: string;
  readonly definitionId: string;
}

type EventRow = typeof triggerEvent.$inferSelect;

/** An event that nobody listened to when it came, and that a flow listens to now. */
export type OfferedEvent = Pick<
  EventRow,
  | 'environmentId'
  | 'connectionId'
  | 'dedupeKey'
  | 'object'
  | 'recordId'
  | 'change'
  | 'occurredAt'
  | 'receivedAt'
  | 'sent'
> & {
  /** The flow would take it as it was sent, but it was kept without its body. */
  readonly isTooLarge: boolean;
};

export interface Offered {
  /** The newest event of each record, or each event where the flow takes it as it was sent; the oldest first. */
  readonly events: readonly OfferedEvent[];
  readonly isAsSent: boolean;
}

/** What a live flow could take up of the time since an instant. */
export async function findOffered(tx: OrganisationTx, flow: FlowPlace, since: Date): Promise<Offered> {
  const { environmentId, definitionId } = flow;
  const trigger = (await findLiveFlow(tx, environmentId, definitionId))?.flow.trigger;
  if (trigger?.kind !== 'webhook') return { events: [], isAsSent: false };
  const isAsSent = trigger.record === 'as-sent';
  // What is read as it is now is one thing, however often it was told of. What was sent is a fact of its own.
  const distinct = isAsSent ? triggerEvent.id : triggerEvent.recordId;
  const offered = await tx
    .selectDistinctOn([distinct], {
      environmentId: triggerEvent.environmentId,
      connectionId: triggerEvent.connectionId,
      dedupeKey: triggerEvent.dedupeKey,
      object: triggerEvent.object,
      recordId: triggerEvent.recordId,
      change: triggerEvent.change,
      occurredAt: triggerEvent.occurredAt,
      receivedAt: triggerEvent.receivedAt,
      sent: triggerEvent.sent,
    })
    .from(triggerEvent)
    .innerJoin(connection, eq(connection.id, triggerEvent.connectionId))
    .where(
      and(
        eq(triggerEvent.environmentId, environmentId),
        eq(triggerEvent.state, 'unclaimed'),
        eq(triggerEvent.object, trigger.object),
        trigger.deletions === 'start' ? undefined : ne(triggerEvent.change, 'deleted'),
        eq(connection.key, trigger.connection),
        sql`${triggerEvent.receivedAt} >= ${since.toISOString()}::timestamptz`,
        isUnheard(tx, flow, trigger),
      ),
    )
    .orderBy(distinct, ...newestFirst);
  const events = offered.map((event) => ({
    ...event,
    // Of a deleted record nothing is needed but its id.
    isTooLarge: isAsSent && event.sent === null && event.change !== 'deleted',
  }));
  return { events: events.toSorted((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime()), isAsSent };
}

/** A system may tell of a change after it has told of a later one. */
const newestFirst = [
  sql`coalesce(${triggerEvent.occurredAt}, ${triggerEvent.receivedAt}) desc`,
  sql`${triggerEvent.receivedAt} desc`,
  sql`${triggerEvent.id} desc`,
];

/** The flow has not heard the event itself, nor of its record since, which it would have read then. */
function isUnheard(tx: OrganisationTx, { environmentId, definitionId }: FlowPlace, { record }: RecordTrigger): SQL {
  const heard = alias(triggerEvent, 'heard');
  const isOfRecordSince = and(
    eq(heard.connectionId, triggerEvent.connectionId),
    eq(heard.object, triggerEvent.object),
    eq(heard.recordId, triggerEvent.recordId),
    gte(heard.receivedAt, triggerEvent.receivedAt),
  );
  return notExists(
    tx
      .select({ id: heard.id })
      .from(heard)
      .where(
        and(
          eq(heard.environmentId, environmentId),
          eq(heard.definitionId, definitionId),
          or(eq(heard.dedupeKey, triggerEvent.dedupeKey), record === 'as-sent' ? undefined : isOfRecordSince),
        ),
      ),
  );
}
