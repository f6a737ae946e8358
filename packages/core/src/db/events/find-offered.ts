import { and, asc, eq, gte, ne, notExists, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { RecordTrigger } from '../../flow/definition.ts';
import type { OrganisationTx } from '../client.ts';
import { connection, triggerEvent } from '../schema/index.ts';
import { findLiveFlow } from './live-flow.ts';

export interface FlowPlace {
  readonly environmentId: string;
  readonly definitionId: string;
}

/** Events that a flow could take up, because it listens now to what nobody listened to before. */
export interface OfferedEvents {
  /**
   * Each record counts once, whatever happened to it: it is read as it is now. For a flow that takes events as they were
   * sent, each event counts.
   */
  readonly records: number;
  /** How many of them were deleted. Only a flow that starts with deletions is offered any. */
  readonly deletions: number;
  /**
   * Events that the flow would take as they were sent, but cannot: they exceeded `maxUnclaimedBytes` and were kept without
   * their body. Not among `records`.
   */
  readonly tooLarge: number;
  /** Whether the flow takes each event as it was sent, instead of reading each record as it is now. */
  readonly isAsSent: boolean;
  readonly oldestAt: Date;
  readonly newestAt: Date;
}

/**
 * Counts what a live flow could take up of the time since an instant, or undefined when there is nothing.
 * @throws UnreadableFlowError
 */
export async function countOffered(
  tx: OrganisationTx,
  flow: FlowPlace,
  since: Date,
): Promise<OfferedEvents | undefined> {
  const trigger = await webhookOf(tx, flow);
  if (trigger === undefined) return undefined;
  const offered = offeredTo(tx, flow, trigger, since);
  const isWhole = sql`not ${offered.isTooLarge}`;
  const instant = (which: 'min' | 'max') =>
    sql<Date | null>`coalesce(${sql.raw(which)}(${offered.receivedAt}) filter (where ${isWhole}),
      ${sql.raw(which)}(${offered.receivedAt}))`.mapWith(triggerEvent.receivedAt);
  const [counted] = await tx
    .select({
      records: sql<number>`(count(*) filter (where ${isWhole}))::int`,
      deletions: sql<number>`(count(*) filter (where ${offered.change} = 'deleted'))::int`,
      tooLarge: sql<number>`(count(*) filter (where ${offered.isTooLarge}))::int`,
      oldestAt: instant('min'),
      newestAt: instant('max'),
    })
    .from(offered);
  const { oldestAt, newestAt, ...counts } = counted ?? { oldestAt: null, newestAt: null };
  if (oldestAt === null || newestAt === null) return undefined;
  return { records: 0, deletions: 0, tooLarge: 0, ...counts, isAsSent: isSent(trigger), oldestAt, newestAt };
}

/** An event that nobody listened to when it came, and that a flow listens to now. */
export type OfferedEvent = Pick<
  typeof triggerEvent.$inferSelect,
  | 'environmentId'
  | 'connectionId'
  | 'dedupeKey'
  | 'object'
  | 'recordId'
  | 'change'
  | 'occurredAt'
  | 'receivedAt'
  | 'sent'
>;

/**
 * What a live flow can take up of the time since an instant: the newest event of each record, or each event where the
 * flow takes it as it was sent; the oldest first.
 * @throws UnreadableFlowError
 */
export async function findOffered(tx: OrganisationTx, flow: FlowPlace, since: Date): Promise<readonly OfferedEvent[]> {
  const trigger = await webhookOf(tx, flow);
  if (trigger === undefined) return [];
  const offered = offeredTo(tx, flow, trigger, since);
  return tx
    .select({
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
    .from(offered)
    .innerJoin(triggerEvent, eq(triggerEvent.id, offered.id))
    .where(sql`not ${offered.isTooLarge}`)
    .orderBy(asc(triggerEvent.receivedAt), asc(triggerEvent.id));
}

type WebhookTrigger = Extract<RecordTrigger, { readonly kind: 'webhook' }>;

async function webhookOf(
  tx: OrganisationTx,
  { environmentId, definitionId }: FlowPlace,
): Promise<WebhookTrigger | undefined> {
  const trigger = (await findLiveFlow(tx, environmentId, definitionId))?.flow.trigger;
  return trigger?.kind === 'webhook' ? trigger : undefined;
}

const isSent = ({ record }: RecordTrigger): boolean => record === 'as-sent';

/** The offered events, without what was sent about them: that can be many megabytes. */
function offeredTo(tx: OrganisationTx, flow: FlowPlace, trigger: WebhookTrigger, since: Date) {
  const isAsSent = isSent(trigger);
  // What is read as it is now is one thing, however many events are about it. What was sent is a fact of its own.
  const distinct = isAsSent ? triggerEvent.id : triggerEvent.recordId;
  // Of a deleted record nothing is needed but its id.
  const isTooLarge = sql<boolean>`${isAsSent}::boolean and ${triggerEvent.sent} is null and ${triggerEvent.change} <> 'deleted'`;
  return tx
    .selectDistinctOn([distinct], {
      id: triggerEvent.id,
      change: triggerEvent.change,
      receivedAt: triggerEvent.receivedAt,
      isTooLarge: isTooLarge.as('is_too_large'),
    })
    .from(triggerEvent)
    .innerJoin(connection, eq(connection.id, triggerEvent.connectionId))
    .where(
      and(
        eq(triggerEvent.environmentId, flow.environmentId),
        eq(triggerEvent.state, 'unclaimed'),
        eq(triggerEvent.object, trigger.object),
        trigger.deletions === 'start' ? undefined : ne(triggerEvent.change, 'deleted'),
        eq(connection.key, trigger.connection),
        sql`${triggerEvent.receivedAt} >= ${since.toISOString()}::timestamptz`,
        isUnheard(tx, flow, trigger),
      ),
    )
    .orderBy(distinct, ...newestFirst)
    .as('offered');
}

/** A system may report a change after a later one. */
const newestFirst = [
  sql`coalesce(${triggerEvent.occurredAt}, ${triggerEvent.receivedAt}) desc`,
  sql`${triggerEvent.receivedAt} desc`,
  sql`${triggerEvent.id} desc`,
];

/** The flow has heard neither the event itself nor a later one about its record, which it would have read then. */
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
