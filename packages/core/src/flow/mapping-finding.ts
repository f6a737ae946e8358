import type { MappingProblem, MappingProblemCode } from '../mapping/analysis/problem.ts';

/** `mappingReferenceProblems` reports these already. */
const saidOfTheText: ReadonlySet<MappingProblemCode> = new Set(['SYNTAX', 'UNKNOWN_FUNCTION', 'UNKNOWN_VARIABLE']);

/**
 * These findings make an evaluation fail. The reviewer judges the rest, because a mapping may deliberately build only a
 * part of its target.
 */
const failing: ReadonlySet<MappingProblemCode> = new Set([
  'SYNTAX',
  'UNKNOWN_FUNCTION',
  'WRONG_ARGUMENT',
  'WRONG_OPERAND',
  'REPEATED_FIELD',
]);

export const isSaidOfTheText = ({ code }: MappingProblem): boolean => saidOfTheText.has(code);

/** Decides how serious a finding of the mapping check is when the mapping is about to be used. Only errors block it. */
export function findingSeverity({ code, severity }: MappingProblem): MappingProblem['severity'] {
  return failing.has(code) ? severity : 'warning';
}
