import { isDeepStrictEqual } from 'node:util';
import type { ParsedMapping } from '../../../src/mapping/syntax/parse-mapping.ts';
import { projectToReference } from './project-to-reference.ts';
import { referenceAst, withNumberedLabels } from './reference-ast.ts';

/** How our reading of a text compares with that of the reference. */
export type Comparison =
  | { readonly outcome: 'equal-tree' | 'equal-error' }
  | { readonly outcome: 'different'; readonly ours: unknown; readonly reference: unknown };

/** Our own codes, for cases where the reference throws a JavaScript error without a code. */
const withoutReferenceCode = new Set<unknown>(['REGEX_INVALID', 'SIGNATURE_INVALID', 'TOO_DEEP']);

export function compareWithReference(parsed: ParsedMapping): Comparison {
  const reference = referenceAst(parsed.tree.text);
  const firstCode = parsed.errors[0]?.code;
  if ('code' in reference) {
    const isEqual = reference.code === undefined ? withoutReferenceCode.has(firstCode) : firstCode === reference.code;
    return isEqual ? { outcome: 'equal-error' } : { outcome: 'different', ours: parsed.errors[0], reference };
  }
  if (parsed.ir === undefined) return { outcome: 'different', ours: parsed.errors[0], reference };
  const ours = withNumberedLabels(projectToReference(parsed.ir));
  if (isDeepStrictEqual(ours, reference.ast)) return { outcome: 'equal-tree' };
  return { outcome: 'different', ours, reference };
}
