import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';

const TOLERANCE_SECONDS = 5 * 60;

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
    throw refused('The webhook has no signature: webhook-id, webhook-timestamp and webhook-signature are needed.');
  }
  const sentSeconds = /^\d+$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  // This is written so that a timestamp that is not a number is refused as well.
  if (!(Math.abs(nowMs / 1000 - sentSeconds) <= TOLERANCE_SECONDS)) {
    throw refused('The webhook’s timestamp is more than five minutes off; check the clocks, or it is a replay.');
  }
  const content = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), request.body]);
  const expected = createHmac('sha256', keyOf(secret)).update(content).digest();
  const isSigned = signatures
    .split(' ')
    .filter((each) => each.startsWith('v1,'))
    .some((each) => isEqual(Buffer.from(each.slice('v1,'.length), 'base64'), expected));
  if (!isSigned) throw refused('The webhook’s signature does not match the signing secret of the connection.');
  return id;
}

function keyOf(secret: string): Buffer {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  if (key.length === 0) throw refused('The connection has no usable webhook signing secret.');
  return key;
}

function isEqual(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function refused(message: string): ConnectorError {
  return new ConnectorError(message, { class: 'auth' });
}
