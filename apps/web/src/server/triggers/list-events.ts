import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { triggerEvent } from '@throughline/core/db/schema/run';

const mostListed = 50;

const listed = {
  id: triggerEvent.id,
  state: triggerEvent.state,
  object: triggerEvent.object,
  recordId: triggerEvent.recordId,
  change: triggerEvent.change,
  reason: triggerEvent.reason,
  note: triggerEvent.note,
  failureMessage: triggerEvent.failureMessage,
  runId: triggerEvent.runId,
  receivedAt: triggerEvent.receivedAt,
};

/** The newest events of a flow, with what happened to each. */
export const listFlowEvents = (tx: OrganisationTx, environmentId: string, definitionId: string) =>
  tx
    .select(listed)
    .from(triggerEvent)
    .where(and(eq(triggerEvent.environmentId, environmentId), eq(triggerEvent.definitionId, definitionId)))
    .orderBy(desc(triggerEvent.receivedAt))
    .limit(mostListed);

/** What a connection's system sent while no live flow listened, by object, and the newest of these events. */
export const listUnclaimed = async (tx: OrganisationTx, environmentId: string, connectionId: string) => {
  const isUnclaimed = and(
    eq(triggerEvent.environmentId, environmentId),
    eq(triggerEvent.connectionId, connectionId),
    isNull(triggerEvent.definitionId),
  );
  const objects = await tx
    .select({
      object: triggerEvent.object,
      count: sql<number>`count(*)::int`,
      newestAt: sql<Date>`max(${triggerEvent.receivedAt})`.mapWith(triggerEvent.receivedAt),
    })
    .from(triggerEvent)
    .where(isUnclaimed)
    .groupBy(triggerEvent.object)
    .orderBy(triggerEvent.object);
  const events = await tx
    .select(listed)
    .from(triggerEvent)
    .where(isUnclaimed)
    .orderBy(desc(triggerEvent.receivedAt))
    .limit(mostListed);
  return { objects, events };
};
