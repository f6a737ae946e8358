import { describeParameter } from '../kit/parameters/check-parameters.ts';
import type { RefusedParameter } from '../kit/parameters/check-parameters.ts';
import type { VendorProblem } from '../kit/problem.ts';
import { errorResponse, systemError } from './kantata-error.ts';
import type { KantataError } from './kantata-error.ts';

/** Kantata's wording for the problems that the kit can inject. Its 429 has no header that says how long to wait. */
export function kantataProblem(problem: VendorProblem): Response {
  switch (problem.kind) {
    case 'throttled':
      return errorResponse(tooManyRequests());
    case 'server-error':
      return errorResponse(systemError(problem.status, 'Service is unavailable'));
    case 'lock':
      return errorResponse(systemError(422, 'Another change to this object is in progress. Please try again.'));
    case 'unknown-route':
      return errorResponse(systemError(404, 'Page Not Found'));
    case 'not-implemented':
      return errorResponse(
        systemError(501, `The sandbox does not implement ${problem.method} ${problem.path}. ${problem.note}`),
      );
    case 'parameter':
      return errorResponse(parameterError(problem.parameter));
    case 'internal':
      return errorResponse(systemError(500, `The sandbox itself failed: ${problem.error.message}`));
  }
}

/** Kantata ignores parameters and attributes that an endpoint does not know; the stand-in refuses them. */
export function parameterError(parameter: RefusedParameter): KantataError {
  return systemError(501, `The stand-in does not implement ${describeParameter(parameter)} here.`);
}

export function tooManyRequests() {
  return systemError(429, 'Too many requests. Please retry your request after a small delay.');
}
