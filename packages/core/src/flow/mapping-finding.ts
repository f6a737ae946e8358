import type { MappingProblem, MappingProblemCode } from '../mapping/analysis/problem.ts';

/** Told by `mappingReferenceProblems` already. */
const saidOfTheText: ReadonlySet<MappingProblemCode> = new Set(['SYNTAX', 'UNKNOWN_FUNCTION', 'UNKNOWN_VARIABLE']);

/** What makes an evaluation fail. Of the rest the reviewer judges: a mapping may well build a part of its target. */
const failing: ReadonlySet<MappingProblemCode> = new Set([
  'SYNTAX',
  'UNKNOWN_FUNCTION',
  'WRONG_ARGUMENT',
  'WRONG_OPERAND',
  'REPEATED_FIELD',
]);

export const isSaidOfTheText = ({ code }: MappingProblem): boolean => saidOfTheText.has(code);

/** How much what the check of a mapping found weighs when the mapping is to be used: only errors stand in the way. */
export function findingSeverity({ code, severity }: MappingProblem): MappingProblem['severity'] {
  return failing.has(code) ? severity : 'warning';
}
