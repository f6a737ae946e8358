import { mappingDocument, type MappingDocument } from '@throughline/core/mapping/document';

/**
 * A stored mapping as the editor holds it. Undefined when it is not a mapping, which must not be shown as an empty one.
 */
export function readMapping(document: unknown): MappingDocument | undefined {
  const parsed = mappingDocument.safeParse(document);
  return parsed.success ? parsed.data : undefined;
}
