import { EvaluationFailure } from '../engine/failure.ts';
import { mappingErrorCodes } from '../mapping-error.ts';

/** An argument that one of our functions cannot work with; `message` says what it needs. */
export function badArgument(message: string, value?: unknown): EvaluationFailure {
  return new EvaluationFailure(mappingErrorCodes.badArgument, message, { value });
}
