import { and, eq, inArray, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Logger } from 'pino';
import type { OrganisationTx } from '@throughline/core/db';
import { publishedEvent } from '@throughline/core/db/schema/index';
import { sendMessage } from '@throughline/core/db/runs/engine-queue';
import { startRun } from '@throughline/core/db/start-run';
import { findTriggeredFlows } from './find-triggered-flows.ts';
import { loadFamily } from './load-family.ts';
import { lockEventSubject } from './lock-event-subject.ts';
import { logUnreadable } from './read-triggers.ts';
import { findWaitingForEvent } from './waiting-step.ts';

export interface PublishEventInput {
  readonly runId: string;
  readonly environmentId: string;
  readonly path: string;
  readonly type: string;
  readonly subject: string;
  readonly data: unknown;
}

export interface PublishedEvent {
  readonly eventId: string;
  /** The steps that waited for it, which were sent its data. */
  readonly waiting: readonly { readonly workflowId: string; readonly topic: string; readonly path: string }[];
}

/**
 * Publishes once per run and step, whichever of the runs that do the same work comes first. In the same commit, it starts
 * the flows that the event triggers, and sends the data to the steps that wait for it.
 */
export async function publishEvent(tx: OrganisationTx, input: PublishEventInput, log: Logger): Promise<PublishedEvent> {
  const { runId, environmentId, path, type, subject, data } = input;
  await lockEventSubject(tx, environmentId, type, subject);
  const earlier = await findEarlier(tx, input);
  if (earlier !== undefined && earlier.runId !== runId) return { eventId: earlier.id, waiting: [] };
  const eventId = earlier?.id ?? v7();
  if (earlier === undefined) {
    // Waiting steps and stale events compare this time with the database's clock, so it must not come from a worker's.
    const createdAt = sql`clock_timestamp()`;
    const [published] = await tx
      .insert(publishedEvent)
      .values({ id: eventId, environmentId, type, subject, data, runId, path, createdAt })
      .returning({ createdAt: publishedEvent.createdAt });
    const { flows, unreadable } = await findTriggeredFlows(tx, environmentId, { kind: 'event', type });
    logUnreadable(log, unreadable);
    for (const { definitionId } of flows) {
      await startRun(tx, {
        environmentId,
        definitionId,
        source: 'event',
        dedupeKey: `event:${eventId}`,
        payload: data,
        occurredAt: published?.createdAt,
        causedByRunId: runId,
      });
    }
  }
  const waiting = await findWaitingForEvent(tx, input);
  for (const { workflowId, topic, path } of waiting) {
    await sendMessage(tx, { workflowId, topic, message: data, messageId: messageIdOf(eventId, path) });
  }
  return { eventId, waiting };
}

/** One event is one message for one waiting step, however often it is sent. */
export const messageIdOf = (eventId: string, waitingPath: string): string => `event:${eventId}:${waitingPath}`;

async function findEarlier(tx: OrganisationTx, input: PublishEventInput) {
  const family = await loadFamily(tx, input.runId);
  const [earlier] = await tx
    .select({ id: publishedEvent.id, runId: publishedEvent.runId })
    .from(publishedEvent)
    .where(
      and(
        inArray(publishedEvent.runId, family),
        eq(publishedEvent.path, input.path),
        eq(publishedEvent.type, input.type),
        eq(publishedEvent.subject, input.subject),
        sql`${publishedEvent.data} = ${JSON.stringify(input.data)}::jsonb`,
      ),
    )
    .orderBy(sql`${publishedEvent.runId} = ${input.runId} desc`)
    .limit(1);
  return earlier;
}
