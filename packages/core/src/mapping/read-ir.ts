import { MappingError } from './mapping-error.ts';
import type { Ir } from './syntax/ir.ts';
import { parseMapping } from './syntax/parse-mapping.ts';

/**
 * The meaning of a text that has to be right.
 * @throws MappingError (phase `parse`) for the first thing that is wrong with it
 */
export function readIr(text: string): Ir {
  const { ir, errors } = parseMapping(text);
  if (ir !== undefined) return ir;
  const [error] = errors;
  throw new MappingError(error?.message ?? 'The text cannot be read.', {
    code: error?.code ?? 'S0207',
    phase: 'parse',
    text,
    position: error?.start,
    token: error === undefined || error.end === error.start ? undefined : text.slice(error.start, error.end),
  });
}
