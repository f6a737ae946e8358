import { Signature } from '@hubspot/api-client';
import type { WebhookRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import { describe, expect, it } from 'vitest';
import { readWebhook } from './webhook.ts';

const clientSecret = 'a-client-secret';
const url = 'https://throughline.example/hooks/018f?from=hubspot&to=(a)';
const sentMs = Date.parse('2026-11-23T12:00:00.000Z');
const event = {
  eventId: 100,
  subscriptionId: 25,
  portalId: 33,
  appId: 1160452,
  occurredAt: sentMs - 1000,
  subscriptionType: 'deal.propertyChange',
  attemptNumber: 0,
  objectId: 512,
  propertyName: 'dealstage',
  propertyValue: 'closedwon',
};

/** A request that the vendor's own client signed. */
function signed(body: unknown): WebhookRequest {
  const requestBody = JSON.stringify(body);
  const signature = Signature.getSignature('POST', 'v3', {
    signature: '',
    clientSecret,
    requestBody,
    url,
    timestamp: sentMs,
  });
  const headers = { 'x-hubspot-signature-v3': signature, 'x-hubspot-request-timestamp': String(sentMs) };
  return { url, headers, body: Buffer.from(requestBody) };
}

const outcome = (request: WebhookRequest, nowMs = sentMs, secret = clientSecret) => {
  try {
    return readWebhook(request, secret, nowMs);
  } catch (error) {
    if (error instanceof ConnectorError) return error.class;
    throw error;
  }
};

describe('HubSpot’s webhooks', () => {
  it('hold several events, of which those about known objects are returned', () => {
    const created = { ...event, subscriptionType: 'company.creation', eventId: 101, objectId: 7 };
    const gone = { ...event, subscriptionType: 'contact.deletion', eventId: 102, objectId: 8 };
    const other = { ...event, subscriptionType: 'conversation.creation', eventId: 103 };
    const occurredAt = '2026-11-23T11:59:59.000Z';
    expect(outcome(signed([event, created, gone, other]))).toEqual([
      {
        id: `25-100-512-${event.occurredAt}`,
        object: 'deals',
        recordId: '512',
        kind: 'updated',
        occurredAt,
        data: event,
      },
      {
        id: `25-101-7-${event.occurredAt}`,
        object: 'companies',
        recordId: '7',
        kind: 'created',
        occurredAt,
        data: created,
      },
      {
        id: `25-102-8-${event.occurredAt}`,
        object: 'contacts',
        recordId: '8',
        kind: 'deleted',
        occurredAt,
        data: gone,
      },
    ]);
  });

  it('are read in both forms, and one by one', () => {
    const { objectId: _, ...pair } = { ...event, fromObjectId: 512, toObjectId: 7 };
    const object = (what: string, objectTypeId: string) => ({
      ...event,
      subscriptionType: `object.${what}`,
      objectTypeId,
    });
    const bodies = [
      object('creation', '0-1'),
      object('propertyChange', '0-2'),
      object('deletion', '0-3'),
      object('restore', '0-7'),
      object('creation', '0-8'),
      object('creation', '2-9001'),
      { ...event, subscriptionType: 'contact.privacyDeletion' },
      { ...pair, subscriptionType: 'deal.associationChange' },
      { ...pair, subscriptionType: 'object.associationChange', fromObjectTypeId: '0-3' },
      { ...pair, fromObjectId: undefined, subscriptionType: 'deal.merge' },
      { ...event, occurredAt: 'yesterday' },
      { ...event, occurredAt: 1e300 },
      'something else',
    ];
    const events = readWebhook(signed(bodies), clientSecret, sentMs);
    expect(events.map(({ object: name, kind, recordId }) => `${name} ${recordId} ${kind}`)).toEqual([
      'contacts 512 created',
      'companies 512 updated',
      'deals 512 deleted',
      'products 512 updated',
      'line_items 512 created',
      'contacts 512 deleted',
      'deals 512 updated',
      'deals 512 updated',
    ]);
  });

  it('are accepted where the address has characters encoded that the vendor signs as they are', () => {
    const request = { ...signed([event]), url: url.replace('(a)', '%28a%29') };
    expect(outcome(request)).toHaveLength(1);
  });

  it.each([
    ['an altered body', { ...signed([event]), body: Buffer.from('[]') }, sentMs, clientSecret],
    ['another address', { ...signed([event]), url: 'https://throughline.example/hooks/other' }, sentMs, clientSecret],
    ['another secret', signed([event]), sentMs, 'another'],
    ['an old timestamp', signed([event]), sentMs + 300_001, clientSecret],
    ['a timestamp of the future', signed([event]), sentMs - 300_001, clientSecret],
    ['no signature', { ...signed([event]), headers: {} }, sentMs, clientSecret],
  ])('are refused with %s', (_what, request, nowMs, secret) => {
    expect(outcome(request, nowMs, secret)).toBe('auth');
  });

  it('are refused when they hold something else', () => {
    expect(outcome(signed({ event: 'test' }))).toBe('validation');
  });
});
