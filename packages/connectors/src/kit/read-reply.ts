import { ConnectorError } from '@throughline/core/connector/error';
import type { HttpReply, HttpRequest } from './http-request.ts';
import type { WireResponse } from './wire.ts';

/**
 * Parses the body. A success whose JSON cannot be read is an error. It is `transient`, because replies get cut off on
 * the way. For a write its outcome is unknown, because the status says that the write was done but not what was
 * written.
 */
export function readReply(response: WireResponse, title: string, request: HttpRequest): HttpReply {
  const { status, headers } = response;
  const text = response.body.toString('utf8');
  if (text.trim() === '') return { status, headers, body: undefined };
  try {
    return { status, headers, body: JSON.parse(text) };
  } catch (cause) {
    // A gateway's error page is often HTML. Its status says enough.
    if (status >= 300) return { status, headers, body: undefined };
    const isRead = request.isRead ?? request.method === 'GET';
    throw new ConnectorError(
      `${title} answered ${request.method} ${request.path.split('?')[0]} with a body that is not JSON (${response.body.length} bytes).`,
      { class: 'transient', status, isOutcomeUnknown: !isRead, cause },
    );
  }
}
