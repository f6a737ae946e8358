import { describeParameter } from '../kit/parameters/check-parameters.ts';
import type { RefusedParameter } from '../kit/parameters/check-parameters.ts';
import type { VendorProblem } from '../kit/problem.ts';
import { LOCK_ERROR, SalesforceError } from './salesforce-error.ts';
import type { ErrorEntry } from './salesforce-error.ts';

/** Kit problems in the platform's array shape. */
export function salesforceProblem(problem: VendorProblem): Response {
  switch (problem.kind) {
    case 'throttled': {
      // The platform has no 429 here. An exhausted allocation is a 403, and there is no Retry-After unless a test asks
      // for one.
      const headers =
        problem.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(problem.retryAfterSeconds) };
      return answer(403, [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }], headers);
    }
    case 'server-error':
      return answer(problem.status, [serverError(problem.status)]);
    case 'lock':
      return answer(400, [LOCK_ERROR]);
    case 'unknown-route':
      return answer(404, [{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }]);
    case 'not-implemented':
      return answer(501, [
        { message: `${problem.method} ${problem.path}: ${problem.note}`, errorCode: 'SANDBOX_NOT_IMPLEMENTED' },
      ]);
    case 'parameter':
      return answer(501, [parameterEntry(problem.parameter)]);
    case 'internal': {
      const { error } = problem;
      if (error instanceof SalesforceError) return answer(error.status, error.entries);
      return answer(500, [{ message: `The sandbox failed: ${error.message}`, errorCode: 'UNKNOWN_EXCEPTION' }]);
    }
  }
}

/** The platform ignores most query parameters that it does not know; the stand-in refuses them. */
export function parameterEntry(parameter: RefusedParameter): ErrorEntry {
  return {
    message: `The stand-in does not implement ${describeParameter(parameter)} here`,
    errorCode: 'SANDBOX_NOT_IMPLEMENTED',
  };
}

function serverError(status: number): ErrorEntry {
  if (status === 503) return { message: 'The server is temporarily unavailable', errorCode: 'SERVER_UNAVAILABLE' };
  if (status === 429) return { message: 'Too many requests', errorCode: 'REQUEST_LIMIT_EXCEEDED' };
  return {
    message: 'An unexpected error occurred. Please include this ErrorId if you contact support: 1234567890-12345',
    errorCode: 'UNKNOWN_EXCEPTION',
  };
}

function answer(status: number, entries: readonly ErrorEntry[], headers: Record<string, string> = {}): Response {
  return Response.json(entries, { status, headers });
}
