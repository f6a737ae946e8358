import { EvaluationFailure } from '../engine/failure.ts';
import { mappingErrorCodes } from '../mapping-error.ts';

/** An argument that a function of ours cannot work with; `message` says what it needs. */
export function badArgument(message: string, value?: unknown): EvaluationFailure {
  return new EvaluationFailure(mappingErrorCodes.badArgument, message, { value });
}
