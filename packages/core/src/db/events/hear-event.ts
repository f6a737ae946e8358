import type { OrganisationTx } from '../client.ts';
import { triggerEvent } from '../schema/index.ts';
import type { HeardRecord } from './heard-record.ts';

export interface HearEventInput {
  readonly environmentId: string;
  readonly definitionId: string;
  readonly connectionId: string;
  readonly source: 'webhook' | 'change';
  /** Identity of the event: the same key twice is one event. */
  readonly dedupeKey: string;
  readonly record: HeardRecord;
  /** `$trigger`, where it is known already and only has to be judged. */
  readonly payload?: unknown;
  readonly occurredAt: Date;
  readonly traceId?: string | undefined;
  /** The person who asked for it, where it is taken up later. */
  readonly askedForBy?: string | undefined;
}

/**
 * Stores an event of a live flow in the caller's transaction, to be judged once its record was read. When it commits,
 * a worker will do so, whatever happens to any process. False when the event had been heard before.
 */
export async function hearEvent(tx: OrganisationTx, input: HearEventInput): Promise<boolean> {
  const { record, ...event } = input;
  const stored = await tx
    .insert(triggerEvent)
    .values({ ...event, ...record, state: 'waiting' })
    .onConflictDoNothing()
    .returning({ id: triggerEvent.id });
  return stored.length > 0;
}
