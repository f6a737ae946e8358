import { createHmac } from 'node:crypto';
import type { WebhookRequest } from '@throughline/core/connector';
import { isSignature, refusedWebhook, requireFresh } from './webhook-signature.ts';

/**
 * Verifies a request that was signed according to Standard Webhooks, and returns its id. Any one of several signatures
 * may match, so that a secret can be changed without a gap.
 * @throws ConnectorError `auth`
 */
export function verifyStandardWebhook(request: WebhookRequest, secret: string, nowMs: number): string {
  const id = request.headers['webhook-id'];
  const timestamp = request.headers['webhook-timestamp'];
  const signatures = request.headers['webhook-signature'];
  if (!id || !timestamp || !signatures) {
    throw refusedWebhook(
      'The webhook has no signature: webhook-id, webhook-timestamp and webhook-signature are needed.',
    );
  }
  requireFresh(/^\d+$/.test(timestamp) ? Number(timestamp) * 1000 : Number.NaN, nowMs);
  const content = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), request.body]);
  const expected = createHmac('sha256', keyOf(secret)).update(content).digest();
  const isSigned = signatures
    .split(' ')
    .filter((each) => each.startsWith('v1,'))
    .some((each) => isSignature(each.slice('v1,'.length), expected));
  if (!isSigned) throw refusedWebhook('The webhook’s signature does not match the signing secret of the connection.');
  return id;
}

function keyOf(secret: string): Buffer {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  if (key.length === 0) throw refusedWebhook('The connection has no usable webhook signing secret.');
  return key;
}
