import type { WebhookEvent } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';

/** Longest id of an event, id of a record and name of an object: far longer than those of any system. */
const longestName = 255;
/** Deeper than any record of a system. Reading, storing and mapping go down one call per level. */
const deepest = 100;

/**
 * Refuses an event that could never be stored, however often its sender repeats it. This is a refusal of the request and
 * no kept event: the request was signed by a program that does not keep to its system's own limits, and the connection
 * shows why its webhooks are refused.
 * @throws ConnectorError `validation`
 */
export function requireSoundEvent({ id, object, recordId, occurredAt, data }: WebhookEvent): void {
  for (const [name, text] of Object.entries({
    'id of the event': id,
    'name of the object': object,
    'id of the record': recordId,
  })) {
    if (text.length > longestName) refuse(`The ${name} is longer than ${longestName} characters`);
  }
  const year = new Date(occurredAt).getUTCFullYear();
  // Negated so that an invalid date (NaN) is refused too.
  if (!(year >= 1 && year <= 9999)) refuse('The instant of the event is not one between the years 1 and 9999');
  requirePlain(data);
}

/** Walks the data with a list of its own instead of calls, because the sender chooses its depth. */
function requirePlain(data: unknown): void {
  const pending: { readonly value: unknown; readonly depth: number }[] = [{ value: data, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, depth } = next;
    if (typeof value === 'number' && !Number.isFinite(value)) refuse('A number of the event is too large');
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= deepest) refuse(`The event is nested more than ${deepest} levels deep`);
    for (const part of Object.values(value)) pending.push({ value: part, depth: depth + 1 });
  }
}

function refuse(what: string): never {
  throw new ConnectorError(`${what}, so it cannot be stored. Correct what sends the webhook.`, { class: 'validation' });
}
