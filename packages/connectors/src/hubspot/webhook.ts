import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookEvent, WebhookRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import { z } from 'zod';
import { readWebhookBody } from '../kit/read-webhook-body.ts';

const TOLERANCE_MS = 5 * 60_000;

const notification = z.array(
  z.looseObject({
    eventId: z.number(),
    subscriptionId: z.number(),
    objectId: z.number(),
    occurredAt: z.number(),
    subscriptionType: z.string().regex(/^\w+\.\w+$/),
  }),
);

const objects: Readonly<Record<string, string>> = {
  company: 'companies',
  contact: 'contacts',
  deal: 'deals',
  line_item: 'line_items',
  product: 'products',
};
const kinds: Readonly<Record<string, WebhookEvent['kind']>> = { creation: 'created', deletion: 'deleted' };

/**
 * Reads notifications, whose signature covers method, address, body and time.
 * https://developers.hubspot.com/docs/guides/apps/authentication/validating-requests
 */
export function readWebhook(request: WebhookRequest, secret: string, nowMs: number): readonly WebhookEvent[] {
  verify(request, secret, nowMs);
  const events = readWebhookBody(request, notification, 'a list of HubSpot notifications');
  return events.flatMap((each): WebhookEvent[] => {
    const [name = '', what = ''] = each.subscriptionType.split('.');
    const object = objects[name];
    if (object === undefined) return [];
    return [
      {
        // Event ids alone are not unique, says the vendor.
        id: [each.subscriptionId, each.eventId, each.objectId, each.occurredAt].join('-'),
        object,
        recordId: String(each.objectId),
        kind: kinds[what] ?? 'updated',
        occurredAt: new Date(each.occurredAt).toISOString(),
        data: each,
      },
    ];
  });
}

function verify({ headers, url = '', body }: WebhookRequest, secret: string, nowMs: number): void {
  const signature = headers['x-hubspot-signature-v3'];
  const timestamp = headers['x-hubspot-request-timestamp'];
  if (!signature || !timestamp) {
    throw refused('The webhook has no signature: X-HubSpot-Signature-v3 and X-HubSpot-Request-Timestamp are needed.');
  }
  // This is written so that a timestamp that is not a number is refused as well.
  if (!(Math.abs(nowMs - Number(timestamp)) <= TOLERANCE_MS)) {
    throw refused('The webhook’s timestamp is more than five minutes off; check the clocks, or it is a replay.');
  }
  // The vendor signs these characters as they are, even where the address has them encoded.
  const address = url.replaceAll(/%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, decodeURIComponent);
  const expected = createHmac('sha256', secret).update(`POST${address}`).update(body).update(timestamp).digest();
  const given = Buffer.from(signature, 'base64');
  if (given.length === expected.length && timingSafeEqual(given, expected)) return;
  throw refused(
    'The webhook’s signature does not match the client secret of the connection, or the address it was sent to.',
  );
}

function refused(message: string): ConnectorError {
  return new ConnectorError(message, { class: 'auth' });
}
