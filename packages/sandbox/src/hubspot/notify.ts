import { createHmac } from 'node:crypto';
import { setting } from '../kit/settings.ts';
import type { SystemContext } from '../kit/system.ts';
import type { WebhookSigner } from '../kit/webhook/sign.ts';
import type { CrmChange } from './hubspot-store.ts';

const NOTIFIED = new Set(['company', 'contact', 'deal', 'product', 'line_item']);

/**
 * Sends notifications of a change, one per property that changed. Pages: Webhooks API, “Webhook payloads”; Create and
 * manage generic webhook subscriptions.
 */
export function notify({ state, clock, events }: SystemContext, { type, id, what, values }: CrmChange): void {
  if (!NOTIFIED.has(type.singular)) return;
  const send = (change: object): void => {
    const eventId = state.next('__events');
    const isGeneric = setting(state, 'genericWebhooks', 0) === 1;
    const subscriptionType = `${isGeneric ? 'object' : type.singular}.${what}`;
    const notification = {
      eventId,
      subscriptionId: 1,
      portalId: 62_515,
      appId: 11_111,
      occurredAt: clock.nowMs(),
      subscriptionType,
      attemptNumber: 0,
      objectId: Number(id),
      changeSource: 'INTEGRATION',
      ...(isGeneric && { objectTypeId: type.typeId }),
      ...change,
    };
    events.emit({ id: String(eventId), type: subscriptionType, body: [notification] });
  };
  if (what !== 'propertyChange') send({});
  else for (const [propertyName, value] of Object.entries(values)) send({ propertyName, propertyValue: value ?? '' });
}

/** Page: Validating requests, “Validate the v3 request signature”. */
export const signRequest: WebhookSigner = ({ url, secret, body, nowMs }) => ({
  'X-HubSpot-Request-Timestamp': String(nowMs),
  'X-HubSpot-Signature-v3': createHmac('sha256', secret).update(`POST${url}${body}${nowMs}`).digest('base64'),
});
