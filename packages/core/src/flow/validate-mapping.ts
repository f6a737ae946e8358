import { checkMapping } from '../mapping/analysis/check-mapping.ts';
import { mappingDocument, type MappingDocument } from '../mapping/document.ts';
import { resolveSchema } from '../mapping/resolve-schema.ts';
import { findingSeverity, isSaidOfTheText } from './mapping-finding.ts';
import { mappingReferenceProblems } from './mapping-references.ts';
import { formatProblem } from './upgrades.ts';
import type { Problem } from './problem.ts';
import { shapeProblems } from './shape-problems.ts';
import type { ValidationContext } from './validation-context.ts';

/** Finds everything wrong with a mapping document except its saved tests. Empty when it can be used. Never throws. */
export function validateMapping(input: unknown, context: ValidationContext): Problem[] {
  const newer = formatProblem(input, 'mapping');
  if (newer !== undefined) return [newer];
  const parsed = mappingDocument.safeParse(input);
  if (!parsed.success) return shapeProblems(parsed.error, input, 'mapping');
  return [...mappingReferenceProblems(parsed.data, context), ...shapeFindings(parsed.data, context)];
}

/** Checks what the text reads and builds against the schemas. A part that could not be resolved may be anything. */
function shapeFindings({ text, source, target }: MappingDocument, context: ValidationContext): Problem[] {
  const shapes = { source: resolveSchema(source, context).schema, target: resolveSchema(target, context).schema };
  return checkMapping(text, { ...shapes, work: context.work }).flatMap((found): Problem[] => {
    if (isSaidOfTheText(found)) return [];
    const { message, range } = found;
    return [{ pointer: '/text', code: 'MAPPING_SHAPE', severity: findingSeverity(found), message, range }];
  });
}
