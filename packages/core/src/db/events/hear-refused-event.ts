import { and, eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { triggerEvent } from '../schema/index.ts';
import { storableKey } from '../storable-text.ts';
import { hearEvent, type HearEventInput } from './hear-event.ts';
import { refuseEvent } from './settle-event.ts';
import { lockWaitingEvent } from './waiting-event.ts';

/** Why an event's record cannot be stored, and what the exception shows instead of it. */
export interface EventRefusal {
  readonly code: string;
  readonly message: string;
  readonly payload: unknown;
}

/**
 * Stores an event whose record the database refuses, with a run that stopped at once: the event must neither be lost nor
 * hold up the ones behind it. Hearing it again changes nothing.
 */
export async function hearRefusedEvent(
  tx: OrganisationTx,
  { record, ...input }: Omit<HearEventInput, 'payload'>,
  { payload, ...failure }: EventRefusal,
): Promise<void> {
  const { environmentId, definitionId } = input;
  const dedupeKey = storableKey(input.dedupeKey);
  const { version } = record;
  const storable = {
    ...record,
    recordId: storableKey(record.recordId),
    ...(version == null ? {} : { version: storableKey(version) }),
  };
  if (!(await hearEvent(tx, { ...input, dedupeKey, record: storable }))) return;
  const [heard] = await tx
    .select({ id: triggerEvent.id })
    .from(triggerEvent)
    .where(
      and(
        eq(triggerEvent.environmentId, environmentId),
        eq(triggerEvent.definitionId, definitionId),
        eq(triggerEvent.dedupeKey, dedupeKey),
      ),
    );
  const event = heard === undefined ? undefined : await lockWaitingEvent(tx, heard.id);
  if (event !== undefined) await refuseEvent(tx, event, payload, failure);
}
