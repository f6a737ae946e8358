import { describeParameter } from '../kit/parameters/check-parameters.ts';
import type { RefusedParameter } from '../kit/parameters/check-parameters.ts';
import type { VendorProblem } from '../kit/problem.ts';
import { NetSuiteError, errorResponse } from './errors.ts';

/**
 * NetSuite's wording for the problems that the kit can inject. There is no Retry-After, because NetSuite documents none
 * for REST.
 */
export function netsuiteProblem(problem: VendorProblem): Response {
  switch (problem.kind) {
    case 'throttled':
      return errorResponse(
        concurrencyExceeded(),
        problem.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(problem.retryAfterSeconds) },
      );
    case 'server-error':
      return errorResponse(
        new NetSuiteError(problem.status, {
          detail: 'An unexpected error occurred. Error ID: sandbox.',
          code: 'UNEXPECTED_ERROR',
        }),
      );
    case 'lock':
      return errorResponse(
        new NetSuiteError(400, {
          detail: 'Error while accessing a resource. Record has been changed.',
          code: 'RCRD_HAS_BEEN_CHANGED',
        }),
      );
    case 'unknown-route':
      return errorResponse(
        new NetSuiteError(404, {
          detail: `The requested URL ${problem.path} was not found for method ${problem.method}.`,
          code: 'NOT_FOUND',
        }),
      );
    case 'not-implemented':
      return errorResponse(
        new NetSuiteError(501, {
          detail: `The sandbox does not implement ${problem.method} ${problem.path}. ${problem.note}`,
          code: 'SANDBOX_NOT_IMPLEMENTED',
        }),
      );
    case 'parameter':
      return errorResponse(refusedParameterError(problem.parameter));
    case 'internal':
      return errorResponse(
        new NetSuiteError(500, {
          detail: `The sandbox itself failed: ${problem.error.message}`,
          code: 'UNEXPECTED_ERROR',
        }),
      );
  }
}

/** NetSuite refuses a query parameter that it does not know, in these words; the stand-in refuses what it lacks. */
export function refusedParameterError(parameter: RefusedParameter): NetSuiteError {
  if (parameter.place === 'query' && !parameter.isKnown) {
    return new NetSuiteError(400, {
      detail: `Invalid query parameter name: ${parameter.name}. The allowed query parameters are: ${parameter.allowed.join(', ')}.`,
      code: 'INVALID_PARAMETER',
      queryParameter: parameter.name,
    });
  }
  return new NetSuiteError(501, {
    detail: `The stand-in does not implement ${describeParameter(parameter)} here.`,
    code: 'SANDBOX_NOT_IMPLEMENTED',
  });
}

export function concurrencyExceeded(): NetSuiteError {
  return new NetSuiteError(429, {
    detail:
      'Concurrent request limit exceeded. Request blocked. Verify your concurrency limits at Setup > Integration > Integration Management > Integration Governance.',
    code: 'CONCURRENCY_LIMIT_EXCEEDED',
  });
}
