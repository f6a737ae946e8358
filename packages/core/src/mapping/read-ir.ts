import type { Ir } from './syntax/ir.ts';
import { parseMapping } from './syntax/parse-mapping.ts';
import { parseError } from './to-mapping-error.ts';

/**
 * The meaning of a text, which must not have errors.
 * @throws MappingError (phase `parse`) for its first error
 */
export function readIr(text: string): Ir {
  const parsed = parseMapping(text);
  if (parsed.ir === undefined) throw parseError(parsed);
  return parsed.ir;
}
