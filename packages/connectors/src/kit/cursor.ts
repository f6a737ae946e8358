import { ConnectorError } from '@throughline/core/connector/error';

/** A text that is opaque to callers and JSON to us. */
export function encodeCursor(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** @throws ConnectorError `gone` when the text is not a cursor of this shape, so that the caller has to start over. */
export function decodeCursor<T extends object>(cursor: string, isShape: (value: object) => value is T): T {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (typeof value === 'object' && value !== null && isShape(value)) return value;
  } catch {
    // Falls through, because a text that cannot be read is refused like one that has the wrong shape.
  }
  throw new ConnectorError('The cursor is not one this connector gave out; start again without it.', { class: 'gone' });
}
