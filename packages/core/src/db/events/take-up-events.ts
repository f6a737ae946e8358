import { and, eq, gte, isNotNull, ne, notExists, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { RecordTrigger } from '../../flow/definition.ts';
import type { OrganisationTx } from '../client.ts';
import { connection, triggerEvent } from '../schema/index.ts';
import { hearEvent } from './hear-event.ts';
import { findLiveFlow } from './live-flow.ts';

/** Events that a flow could take up, because it listens now to what nobody listened to before. */
export interface OfferedEvents {
  /**
   * Each record counts once, whatever happened to it: it is read as it is now. For a flow that takes events as they were
   * sent, each event counts. Deletions are never offered, whatever the flow does with those that it hears of itself.
   */
  readonly records: number;
  readonly oldestAt: Date;
  readonly newestAt: Date;
}

interface FlowPlace {
  readonly environmentId: string;
  readonly definitionId: string;
}

/** What was heard before the flow was live, or undefined when there is nothing. */
export async function offeredEvents(tx: OrganisationTx, flow: FlowPlace): Promise<OfferedEvents | undefined> {
  const offered = await findOffered(tx, flow, new Date(0));
  if (offered.length === 0) return undefined;
  const instants = offered.map(({ receivedAt }) => receivedAt.getTime());
  return {
    records: offered.length,
    oldestAt: new Date(Math.min(...instants)),
    newestAt: new Date(Math.max(...instants)),
  };
}

interface TakingUp {
  readonly since: Date;
  /** Counts as the person who starts the runs. */
  readonly takenUpBy: string;
}

/**
 * Gives a live flow the events since an instant that nobody listened to when they came: the newest one of each record,
 * or each event where the flow takes it as it was sent, once. Nothing is taken up unless a person asks for
 * it, because an event may be weeks old. Returns how many.
 */
export async function takeUpEvents(
  tx: OrganisationTx,
  flow: FlowPlace,
  { since, takenUpBy }: TakingUp,
): Promise<number> {
  let taken = 0;
  for (const event of await findOffered(tx, flow, since)) {
    const { environmentId, connectionId, dedupeKey, object, recordId, change, occurredAt, receivedAt, sent } = event;
    if (connectionId === null || object === null || recordId === null || change === null) continue;
    const isNew = await hearEvent(tx, {
      environmentId,
      definitionId: flow.definitionId,
      connectionId,
      source: 'webhook',
      dedupeKey,
      record: { object, recordId, change, sent },
      occurredAt: occurredAt ?? receivedAt,
      askedForBy: takenUpBy,
    });
    if (isNew) taken += 1;
  }
  return taken;
}

async function findOffered(tx: OrganisationTx, { environmentId, definitionId }: FlowPlace, since: Date) {
  const trigger = (await findLiveFlow(tx, environmentId, definitionId))?.flow.trigger;
  if (trigger?.kind !== 'webhook') return [];
  const taken = alias(triggerEvent, 'taken');
  // What is read as it is now is one thing, however often it was told of. What was sent is a fact of its own.
  const distinct = trigger.record === 'as-sent' ? triggerEvent.id : triggerEvent.recordId;
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
        // What is left of a deleted record is nothing that a flow could read.
        ne(triggerEvent.change, 'deleted'),
        eq(connection.key, trigger.connection),
        sql`${triggerEvent.receivedAt} >= ${since.toISOString()}::timestamptz`,
        ...whatIsNeeded(trigger),
        notExists(
          tx
            .select({ id: taken.id })
            .from(taken)
            .where(
              and(
                eq(taken.environmentId, environmentId),
                eq(taken.definitionId, definitionId),
                or(
                  eq(taken.dedupeKey, triggerEvent.dedupeKey),
                  // The flow has heard of the record since, and read it then.
                  trigger.record === 'as-sent'
                    ? undefined
                    : and(
                        eq(taken.connectionId, triggerEvent.connectionId),
                        eq(taken.object, triggerEvent.object),
                        eq(taken.recordId, triggerEvent.recordId),
                        gte(taken.receivedAt, triggerEvent.receivedAt),
                      ),
                ),
              ),
            ),
        ),
      ),
    )
    .orderBy(distinct, sql`${triggerEvent.receivedAt} desc`);
  return offered.toSorted((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime());
}

const whatIsNeeded = ({ record }: RecordTrigger) => (record === 'as-sent' ? [isNotNull(triggerEvent.sent)] : []);
