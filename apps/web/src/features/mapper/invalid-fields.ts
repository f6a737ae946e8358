import { checkRecord } from '@throughline/core/connector/check-record';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { MappingProblem, MappingProblemCode } from '@throughline/core/mapping/analysis';
import { entryAt, type MappingOutline } from '@throughline/core/mapping/fields';

/** The check's findings about the value of a target field. */
const ofTheValue: ReadonlySet<MappingProblemCode> = new Set([
  'WRONG_TYPE',
  'WRONG_FORMAT',
  'WRONG_VALUE',
  'LIST_FOR_ONE',
  'ONE_FOR_LIST',
  'UNIT_MISMATCH',
  'WRONG_ARGUMENT',
  'WRONG_OPERAND',
  'SYNTAX',
]);

/** Identifies a target field by its path. */
export const fieldKey = (path: readonly string[]): string => path.join('\n');

/**
 * Target fields with an invalid value: those about which the check is certain, and those that the sample's result
 * shows.
 */
export function invalidFields(
  outline: MappingOutline,
  problems: readonly MappingProblem[],
  preview: unknown,
  target: JsonSchema | undefined,
): ReadonlySet<string> {
  const invalid = new Set<string>();
  for (const { code, severity, range } of problems) {
    const entry = severity === 'error' && ofTheValue.has(code) ? entryAt(outline, range.start) : undefined;
    if (entry !== undefined) invalid.add(fieldKey(entry.path));
  }
  const first: unknown = Array.isArray(preview) ? preview[0] : preview;
  const faults = target === undefined ? [] : checkRecord(first, target, () => true);
  for (const { path } of faults) invalid.add(fieldKey(path.replaceAll(/\[\d+\]/g, '').split('.')));
  return invalid;
}
