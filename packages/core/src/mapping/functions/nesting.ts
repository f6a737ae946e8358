import { badArgument } from './bad-argument.ts';

/** Deepest nesting of data that functions of ours walk through. */
export const maxNesting = 500;

/** @throws EvaluationFailure BAD_ARGUMENT */
export function checkNesting(depth: number, functionName: string): void {
  if (depth > maxNesting) throw badArgument(`$${functionName} takes data nested at most ${maxNesting} levels deep.`);
}
