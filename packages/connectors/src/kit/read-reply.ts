import { ConnectorError } from '@throughline/core/connector/error';
import type { HttpReply, HttpRequest } from './http-request.ts';
import { isNestedDeeper } from './json-depth.ts';
import type { WireResponse } from './wire.ts';

/** Far deeper than anything that a vendor documents. */
const MOST_LEVELS = 100;

/**
 * Parses the body. A success whose JSON cannot be read is an error. It is `transient`, because replies get cut off on
 * the way. For a write its outcome is unknown, because the status says that the write was done but not what was
 * written. A body that is nested too deeply is `fatal`, because it will be the same next time.
 */
export function readReply(response: WireResponse, title: string, request: HttpRequest): HttpReply {
  const { status, headers } = response;
  const text = response.body.toString('utf8');
  if (text.trim() === '') return { status, headers, body: undefined };
  const isRead = request.isRead ?? request.method === 'GET';
  if (isNestedDeeper(response.body, MOST_LEVELS)) {
    if (status >= 300) return { status, headers, body: undefined };
    throw new ConnectorError(
      `${title} answered ${request.method} ${request.path.split('?')[0]} with lists and objects nested more than ${MOST_LEVELS} deep (${response.body.length} bytes), which is not read.`,
      { class: 'fatal', status, isOutcomeUnknown: !isRead },
    );
  }
  try {
    return { status, headers, body: JSON.parse(text) };
  } catch (cause) {
    // A gateway's error page is often HTML. Its status says enough.
    if (status >= 300) return { status, headers, body: undefined };
    throw new ConnectorError(
      `${title} answered ${request.method} ${request.path.split('?')[0]} with a body that is not JSON (${response.body.length} bytes).`,
      { class: 'transient', status, isOutcomeUnknown: !isRead, cause },
    );
  }
}
