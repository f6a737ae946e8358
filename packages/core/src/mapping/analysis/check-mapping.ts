import { createMappingChecker, type CheckOptions } from './create-mapping-checker.ts';
import type { MappingProblem } from './problem.ts';

/**
 * Finds everything in a mapping that can be known to be wrong without evaluating it, in the order of the text. Unknown
 * things are not reported. Never throws. For texts that are checked while they are edited, use `createMappingChecker`.
 */
export function checkMapping(text: string, options: CheckOptions = {}): readonly MappingProblem[] {
  return createMappingChecker(options).check(text).problems;
}
