import { mappingDocument } from '../../mapping/document.ts';
import { MappingError } from '../../mapping/mapping-error.ts';
import { readExpression } from '../../mapping/read-expression.ts';

/** The value maps among `keys` that a mapping looks values up in; all of them if it computes which one it uses. */
export function usedValueMaps(document: unknown, keys: readonly string[]): readonly string[] {
  const parsed = mappingDocument.safeParse(document);
  if (!parsed.success || keys.length === 0) return [];
  try {
    const { valueMaps, isValueMapComputed } = readExpression(parsed.data.text);
    return isValueMapComputed ? keys : keys.filter((key) => valueMaps.includes(key));
  } catch (error) {
    // A text that cannot be parsed does not look anything up.
    if (error instanceof MappingError) return [];
    throw error;
  }
}
