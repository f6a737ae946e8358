import { createMappingChecker, type CheckOptions } from './create-mapping-checker.ts';
import type { MappingProblem } from './problem.ts';

/**
 * Everything wrong with a mapping that can be told without evaluating it, in the order of the text. What is not known is
 * not reported. Never throws. `createMappingChecker` is for texts that are checked while they are edited.
 */
export function checkMapping(text: string, options: CheckOptions = {}): readonly MappingProblem[] {
  return createMappingChecker(options).check(text).problems;
}
