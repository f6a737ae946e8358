import { timingSafeEqual } from 'node:crypto';
import { ConnectorError } from '@throughline/core/connector/error';

const TOLERANCE_MS = 5 * 60_000;

/**
 * Refuses a webhook whose signed time is more than five minutes from now, or is no time.
 * @throws ConnectorError `auth`
 */
export function requireFresh(sentMs: number, nowMs: number): void {
  // This is written so that a timestamp that is not a number is refused as well.
  if (Math.abs(nowMs - sentMs) <= TOLERANCE_MS) return;
  throw refusedWebhook('The webhook’s timestamp is more than five minutes off; check the clocks, or it is a replay.');
}

/** Compares in a time that does not depend on where the two differ. `given` is base64. */
export function isSignature(given: string, expected: Buffer): boolean {
  const bytes = Buffer.from(given, 'base64');
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}

export function refusedWebhook(message: string): ConnectorError {
  return new ConnectorError(message, { class: 'auth' });
}
