import type { Signature } from '../syntax/parse-signature.ts';

/**
 * The arguments as the function gets them: what is missing is taken from the context, and single values become lists,
 * where the signature says so.
 * @throws EvaluationFailure `T0410`, `T0411`, `T0412`
 */
export function checkArguments(_signature: Signature, args: readonly unknown[], _context: unknown): readonly unknown[] {
  return args;
}
