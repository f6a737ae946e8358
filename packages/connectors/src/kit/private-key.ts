import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { ConnectorError } from '@throughline/core/connector/error';

/**
 * Reads a private key as people paste it: PKCS#8, PKCS#1 or SEC 1, with its line ends lost in a one-line field or
 * written as `\\n`.
 * @throws ConnectorError `validation` that says what is wrong with it, without showing it.
 */
export function readPrivateKey(pasted: string, field: string): KeyObject {
  const text = pasted.replaceAll(String.raw`\n`, '\n');
  const match = /-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----([\s\S]*?)-----END \1-----/.exec(text);
  const [, label = '', body = ''] = match ?? [];
  if (match === null)
    throw refusal('is not a PEM (“-----BEGIN PRIVATE KEY-----” to “-----END PRIVATE KEY-----”)', field);
  if (label.startsWith('ENCRYPTED') || body.includes('Proc-Type')) {
    throw refusal('is protected by a pass phrase; paste it without', field);
  }
  const lines = body.replaceAll(/\s+/g, '').match(/.{1,64}/g) ?? [];
  try {
    return createPrivateKey([`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n'));
  } catch (cause) {
    throw refusal('cannot be read; it may have been cut off', field, cause);
  }
}

function refusal(what: string, field: string, cause?: unknown): ConnectorError {
  return new ConnectorError(`The private key ${what}.`, { class: 'validation', fields: [field], cause });
}
