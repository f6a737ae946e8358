import type { WebhookEvent } from '@throughline/core/connector';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { OrganisationTx } from '@throughline/core/db';
import { hearEvent } from '@throughline/core/db/events/hear-event';
import { UnreadableFlowError } from '@throughline/core/db/events/live-flow';
import { startRun, type StartRunInput } from '@throughline/core/db/start-run';
import type { RecordTrigger } from '@throughline/core/flow';
import type { ConnectionRow } from '../store/find-connection.ts';
import { deletedRecord, whyDeletionIgnored } from './deleted-record.ts';

export interface WebhookTaking {
  readonly row: ConnectionRow;
  readonly definitionId: string;
  readonly trigger: RecordTrigger;
  readonly object: ObjectManifest;
  readonly traceId?: string | undefined;
}

/**
 * Takes one event of a webhook for one live flow. Unless the flow wants it as sent, the record is read later, by a
 * worker: the sender is answered when the event is stored, however slow the system is. An event of a flow that cannot be
 * read waits until it can. False for an event that had been taken before.
 */
export async function takeWebhookEvent(
  tx: OrganisationTx,
  event: WebhookEvent,
  taking: WebhookTaking,
): Promise<boolean> {
  const { row, definitionId, trigger, object, traceId } = taking;
  const heard = {
    environmentId: row.environmentId,
    definitionId,
    connectionId: row.id,
    source: 'webhook' as const,
    dedupeKey: webhookKey(row.id, event.id),
    occurredAt: new Date(event.occurredAt),
    record: { object: event.object, recordId: event.recordId, change: event.kind, sent: event.data },
    traceId,
  };
  const start = async (input: Pick<StartRunInput, 'payload' | 'ignored'>): Promise<boolean> => {
    try {
      return (await startRun(tx, { ...heard, ...input })).isNew;
    } catch (error) {
      if (!(error instanceof UnreadableFlowError)) throw error;
      return hearEvent(tx, heard);
    }
  };
  if (event.kind === 'deleted') {
    const payload = deletedRecord(object, event.recordId, event.occurredAt);
    const written = { connectionId: row.id, object: event.object, externalId: event.recordId };
    const ignored = await whyDeletionIgnored(tx, trigger, written);
    return start({ payload, ignored });
  }
  if (trigger.record === 'read') return hearEvent(tx, heard);
  return start({ payload: event.data });
}

/** The vendor's event id names the event, whichever flow it reaches. */
export const webhookKey = (connectionId: string, eventId: string): string => `webhook:${connectionId}:${eventId}`;
