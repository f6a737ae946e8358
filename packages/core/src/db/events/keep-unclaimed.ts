import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { triggerEvent } from '../schema/index.ts';
import { maxUnclaimedBytes, maxUnclaimedEvents } from '../words/unclaimed-limits.ts';
import type { HeardRecord } from './heard-record.ts';

export interface UnclaimedEvent {
  readonly environmentId: string;
  readonly connectionId: string;
  readonly dedupeKey: string;
  readonly record: HeardRecord;
  readonly occurredAt: Date;
}

/** Keeps an event that no live flow listens to: people can see it, and a flow that goes live can take it up. */
export async function keepUnclaimed(tx: OrganisationTx, { record, ...event }: UnclaimedEvent): Promise<void> {
  const isLarge = Buffer.byteLength(JSON.stringify(record.sent ?? null)) > maxUnclaimedBytes;
  const sent = isLarge ? null : record.sent;
  const stored = await tx
    .insert(triggerEvent)
    .values({ ...event, ...record, sent, source: 'webhook', state: 'unclaimed' })
    .onConflictDoNothing()
    .returning({ id: triggerEvent.id });
  if (stored.length > 0) await makeRoom(tx, event.connectionId);
}

async function makeRoom(tx: OrganisationTx, connectionId: string): Promise<void> {
  const isKept = and(eq(triggerEvent.connectionId, connectionId), isNull(triggerEvent.definitionId));
  const [kept] = await tx.select({ count: count() }).from(triggerEvent).where(isKept);
  const tooMany = (kept?.count ?? 0) - maxUnclaimedEvents;
  if (tooMany <= 0) return;
  const oldest = tx
    .select({ id: triggerEvent.id })
    .from(triggerEvent)
    .where(isKept)
    .orderBy(asc(triggerEvent.receivedAt), asc(triggerEvent.id))
    .limit(tooMany);
  await tx.delete(triggerEvent).where(inArray(triggerEvent.id, oldest));
}
