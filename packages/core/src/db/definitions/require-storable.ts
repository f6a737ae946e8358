import { DefinitionError } from './definition-error.ts';

/** Far above any document that a person edits, and below what a browser and a review can still show. */
const largestDocumentBytes = 5_000_000;

/** Refuses what PostgreSQL would refuse or nobody could work with, with a sentence instead of a database error. */
export function requireStorable(document: unknown): void {
  const text = JSON.stringify(document);
  if (text === undefined) throw new DefinitionError('DOCUMENT_NOT_STORABLE', 'The document is empty.');
  if (Buffer.byteLength(text) > largestDocumentBytes) {
    throw new DefinitionError('DOCUMENT_NOT_STORABLE', 'The document is larger than 5 MB. Split it into several.');
  }
  // jsonb cannot hold these. In JSON both are escapes, unless the backslash is itself escaped.
  if (/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/.test(text)) {
    throw new DefinitionError(
      'DOCUMENT_NOT_STORABLE',
      'The document holds a NUL character or half a surrogate pair, usually pasted by accident. Remove it.',
    );
  }
}
