import { createHmac } from 'node:crypto';
import type { WebhookEvent, WebhookRequest } from '@throughline/core/connector';
import { z } from 'zod';
import { readWebhookBody } from '../kit/read-webhook-body.ts';
import { isSignature, refusedWebhook, requireFresh } from '../kit/webhook-signature.ts';

/** JavaScript knows no later instant. */
const LAST_INSTANT_MS = 8.64e15;

/** A notification as far as we read it. An association has no record of its own, but the two that it relates. */
const notification = z.looseObject({
  eventId: z.number(),
  subscriptionId: z.number(),
  objectId: z.number().optional(),
  fromObjectId: z.number().optional(),
  objectTypeId: z.string().optional(),
  fromObjectTypeId: z.string().optional(),
  occurredAt: z.number().min(0).max(LAST_INSTANT_MS),
  subscriptionType: z.string().regex(/^\w+\.\w+$/),
});

/** Subscriptions name a type by its word, or say `object` and give its number beside. */
const objects: Readonly<Record<string, string>> = {
  company: 'companies',
  '0-2': 'companies',
  contact: 'contacts',
  '0-1': 'contacts',
  deal: 'deals',
  '0-3': 'deals',
  line_item: 'line_items',
  '0-8': 'line_items',
  product: 'products',
  '0-7': 'products',
};
const kinds: Readonly<Record<string, WebhookEvent['kind']>> = {
  creation: 'created',
  deletion: 'deleted',
  privacyDeletion: 'deleted',
};

/**
 * Reads notifications, whose signature covers method, address, body and time. Those of other kinds are left out one by
 * one, because a refusal would make the vendor send the whole batch again.
 * https://developers.hubspot.com/docs/guides/apps/authentication/validating-requests
 * https://developers.hubspot.com/docs/guides/webhooks/create-generic-webhook-subscriptions
 */
export function readWebhook(request: WebhookRequest, secret: string, nowMs: number): readonly WebhookEvent[] {
  verify(request, secret, nowMs);
  return readWebhookBody(request, z.array(z.unknown()), 'a list of HubSpot notifications').flatMap(toEvent);
}

function toEvent(element: unknown): readonly WebhookEvent[] {
  const { success, data: each } = notification.safeParse(element);
  if (!success) return [];
  const [name = '', what = ''] = each.subscriptionType.split('.');
  const object = objects[name === 'object' ? (each.objectTypeId ?? each.fromObjectTypeId ?? '') : name];
  const recordId = each.objectId ?? each.fromObjectId;
  if (object === undefined || recordId === undefined) return [];
  return [
    {
      // Event ids alone are not unique, says the vendor.
      id: [each.subscriptionId, each.eventId, recordId, each.occurredAt].join('-'),
      object,
      recordId: String(recordId),
      kind: kinds[what] ?? 'updated',
      occurredAt: new Date(each.occurredAt).toISOString(),
      data: each,
    },
  ];
}

function verify({ headers, url = '', body }: WebhookRequest, secret: string, nowMs: number): void {
  const signature = headers['x-hubspot-signature-v3'];
  const timestamp = headers['x-hubspot-request-timestamp'];
  if (!signature || !timestamp) {
    throw refusedWebhook(
      'The webhook has no signature: X-HubSpot-Signature-v3 and X-HubSpot-Request-Timestamp are needed.',
    );
  }
  requireFresh(Number(timestamp), nowMs);
  // The vendor signs these characters as they are, even where the address has them encoded.
  const address = url.replaceAll(/%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, decodeURIComponent);
  const expected = createHmac('sha256', secret).update(`POST${address}`).update(body).update(timestamp).digest();
  if (isSignature(signature, expected)) return;
  throw refusedWebhook(
    'The webhook’s signature does not match the client secret of the connection, or the address it was sent to.',
  );
}
