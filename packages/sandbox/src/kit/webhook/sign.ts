import { createHmac } from 'node:crypto';

/** The headers by which a receiver recognises a request of ours. The body is what was sent, and `url` where to. */
export type WebhookSigner = (message: {
  readonly id: string;
  readonly url: string;
  readonly nowMs: number;
  readonly body: string;
  readonly secret: string;
}) => Readonly<Record<string, string>>;

export const standardWebhook: WebhookSigner = ({ nowMs, ...message }) =>
  signWebhook({ ...message, timestampSeconds: Math.floor(nowMs / 1000) });

/** Headers of the Standard Webhooks specification: HMAC-SHA256 over `id.timestamp.body`, key = base64 after `whsec_`. */
export function signWebhook(message: {
  readonly id: string;
  readonly timestampSeconds: number;
  readonly body: string;
  readonly secret: string;
}): Record<string, string> {
  const key = Buffer.from(message.secret.replace(/^whsec_/, ''), 'base64');
  const content = `${message.id}.${message.timestampSeconds}.${message.body}`;
  const signature = createHmac('sha256', key).update(content).digest('base64');
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestampSeconds),
    'webhook-signature': `v1,${signature}`,
  };
}
