import type { ParsedMapping } from '../syntax/parse-mapping.ts';
import { createMappingChecker, type CheckOptions } from './create-mapping-checker.ts';
import type { TargetLineage } from './lineage-of-value.ts';

/**
 * Finds the source paths from which each target field of a mapping comes, directly or indirectly. With the shape of the
 * input, lists are recognised where the text only names a field. Never throws; a text that cannot be parsed has no
 * lineage.
 */
export function lineageOf(
  mapping: string | ParsedMapping,
  shapes: Pick<CheckOptions, 'source' | 'bindings' | 'work'> = {},
): readonly TargetLineage[] {
  return createMappingChecker(shapes).check(mapping).lineage();
}
