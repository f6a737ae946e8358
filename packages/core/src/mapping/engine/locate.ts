import type { CallSite } from './callable.ts';
import { EvaluationFailure } from './failure.ts';

/** Says where a failure happened, unless something further inside has said so. Gives the error back, to be thrown. */
export function locate(error: unknown, { range, token }: CallSite): unknown {
  if (error instanceof EvaluationFailure) {
    error.range ??= range;
    error.token ??= token;
  }
  return error;
}
