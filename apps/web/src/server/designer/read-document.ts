import type { DefinitionKind } from '@throughline/core/db/schema/definition';
import { flowSchema, valueMapSchema, type FlowDocument, type ValueMapDocument } from '@throughline/core/flow';
import { mappingDocument, type MappingDocument } from '@throughline/core/mapping/document';

/** A document in today's format, null if it cannot be read as what it should be. */
export type ReadDocument =
  | { readonly kind: 'flow'; readonly document: FlowDocument | null }
  | { readonly kind: 'mapping'; readonly document: MappingDocument | null }
  | { readonly kind: 'value-map'; readonly document: ValueMapDocument | null }
  | { readonly kind: 'entity'; readonly document: null };

/**
 * Reads a stored document. The server does that for pages, whose code has just been loaded and is not compiled yet: there,
 * the documents of one firm take as long as drawing the page.
 */
export function readDocument(kind: DefinitionKind, document: unknown): ReadDocument {
  switch (kind) {
    case 'flow':
      return { kind, document: dataOf(flowSchema.safeParse(document)) };
    case 'mapping':
      return { kind, document: dataOf(mappingDocument.safeParse(document)) };
    case 'value-map':
      return { kind, document: dataOf(valueMapSchema.safeParse(document)) };
    case 'entity':
      return { kind, document: null };
  }
}

const dataOf = <Data>(parsed: { success: true; data: Data } | { success: false }): Data | null =>
  parsed.success ? parsed.data : null;
