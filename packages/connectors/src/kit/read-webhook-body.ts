import type { WebhookRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { z } from 'zod';

/** Reads the body of a webhook whose signature was checked. @throws ConnectorError `validation` */
export function readWebhookBody<T extends z.ZodType>({ body }: WebhookRequest, schema: T, what: string): z.infer<T> {
  const parsed = schema.safeParse(parseJson(body));
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || 'body'))];
  throw new ConnectorError(`The webhook is not ${what} (${fields.join(', ')}).`, {
    class: 'validation',
    fields,
    cause: parsed.error,
  });
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch (cause) {
    throw new ConnectorError('The webhook’s body is not JSON.', { class: 'validation', cause });
  }
}
