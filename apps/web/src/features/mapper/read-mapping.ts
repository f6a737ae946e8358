import { mappingDocument, type MappingDocument } from '@throughline/core/mapping/document';

/**
 * A stored mapping in the form that the editor uses. Undefined if it is not a mapping, because that must not be shown
 * as an empty one.
 */
export function readMapping(document: unknown): MappingDocument | undefined {
  const parsed = mappingDocument.safeParse(document);
  return parsed.success ? parsed.data : undefined;
}
