import { MappingError } from '@throughline/core/mapping/mapping-error';
import { readExpression } from '@throughline/core/mapping/read-expression';

/** Keys of the value maps that a text uses; none while the text is incomplete. */
export function valueMapsOf(text: string): readonly string[] {
  try {
    return readExpression(text).valueMaps;
  } catch (error) {
    if (error instanceof MappingError) return [];
    throw error;
  }
}
