import type { CallSite } from './callable.ts';
import { EvaluationFailure } from './failure.ts';

/** Adds the range of a failure, unless something further inside already has. Returns the error, to be thrown. */
export function locate(error: unknown, { range, token }: CallSite): unknown {
  if (error instanceof EvaluationFailure) {
    error.range ??= range;
    error.token ??= token;
  }
  return error;
}
