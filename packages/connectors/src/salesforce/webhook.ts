import type { WebhookEvent, WebhookRequest } from '@throughline/core/connector';
import { z } from 'zod';
import { readWebhookBody } from '../kit/read-webhook-body.ts';
import { verifyStandardWebhook } from '../kit/standard-webhook.ts';

/** What an org posts when a record changed: enough to know what to read again, but never the record itself. */
const notification = z.looseObject({
  eventId: z.string().min(1),
  object: z.string().min(1),
  recordId: z.string().min(15),
  changeType: z.enum(['CREATE', 'UPDATE', 'DELETE', 'UNDELETE']),
  changedFields: z.array(z.string()).default([]),
  commitTimestamp: z.iso.datetime({ offset: true }),
});

const kinds = { CREATE: 'created', UPDATE: 'updated', UNDELETE: 'updated', DELETE: 'deleted' } as const;

export function readWebhook(request: WebhookRequest, secret: string, nowMs: number): readonly WebhookEvent[] {
  verifyStandardWebhook(request, secret, nowMs);
  const data = readWebhookBody(request, notification, 'a Salesforce change notification');
  const { eventId, object, recordId, changeType, commitTimestamp } = data;
  return [
    {
      id: eventId,
      object,
      recordId,
      kind: kinds[changeType],
      occurredAt: new Date(commitTimestamp).toISOString(),
      data,
    },
  ];
}
