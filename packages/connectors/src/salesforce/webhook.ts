import type { WebhookEvent, WebhookRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import { z } from 'zod';
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
  const parsed = notification.safeParse(parseJson(request.body));
  if (!parsed.success) {
    const where = parsed.error.issues.map(({ path }) => path.join('.') || 'body');
    throw new ConnectorError(
      `The webhook is not a Salesforce change notification (${[...new Set(where)].join(', ')}).`,
      {
        class: 'validation',
        fields: where,
        cause: parsed.error,
      },
    );
  }
  const { eventId, object, recordId, changeType, commitTimestamp } = parsed.data;
  return [
    {
      id: eventId,
      object,
      recordId,
      kind: kinds[changeType],
      occurredAt: new Date(commitTimestamp).toISOString(),
      data: parsed.data,
    },
  ];
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch (cause) {
    throw new ConnectorError('The webhook’s body is not JSON.', { class: 'validation', cause });
  }
}
