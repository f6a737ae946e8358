import { signWebhook } from './sign.ts';

/** Posts one signed event. Returns null when answered 2xx, else what went wrong. */
export async function sendWebhook(
  target: { readonly url: string; readonly secret: string },
  message: { readonly eventId: string; readonly body: string },
  timestampSeconds: number,
  signal: AbortSignal,
): Promise<string | null> {
  const signature = signWebhook({ id: message.eventId, timestampSeconds, body: message.body, secret: target.secret });
  try {
    const response = await fetch(target.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signature },
      body: message.body,
      signal,
    });
    await response.arrayBuffer();
    return response.ok ? null : `The receiver answered ${response.status}.`;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}
