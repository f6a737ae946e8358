import type { WebhookSigner } from './sign.ts';

/** Posts one signed event. Returns null when answered 2xx, else what went wrong. */
export async function sendWebhook(
  target: { readonly url: string; readonly secret: string },
  message: { readonly eventId: string; readonly body: string },
  sign: WebhookSigner,
  signal: AbortSignal,
): Promise<string | null> {
  // This uses real time, not the sandbox clock, because receivers compare signatures with a real clock and refuse old
  // ones.
  const signature = sign({
    id: message.eventId,
    nowMs: Date.now(),
    body: message.body,
    url: target.url,
    secret: target.secret,
  });
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
