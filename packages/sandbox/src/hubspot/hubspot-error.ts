import { randomUUID } from 'node:crypto';
import { describeParameter } from '../kit/parameters/check-parameters.ts';
import type { VendorProblem } from '../kit/problem.ts';

/** A refusal in HubSpot's terms. `context` names what it is about. */
export class HubspotError extends Error {
  readonly status: number;
  readonly category: string | undefined;
  readonly context: Readonly<Record<string, readonly string[]>> | undefined;

  constructor(status: number, category: string | undefined, message: string, context?: HubspotError['context']) {
    super(message);
    this.name = 'HubspotError';
    this.status = status;
    this.category = category;
    this.context = context;
  }
}

/** One property value that was refused. The vendor puts a list of them, as JSON, into the message. */
export interface InvalidValue {
  readonly name: string;
  readonly error: string;
  readonly message: string;
}

export function invalidValues(values: readonly InvalidValue[]): HubspotError {
  const list = values.map((each) => ({ isValid: false, ...each }));
  return new HubspotError(400, 'VALIDATION_ERROR', `Property values were not valid: ${JSON.stringify(list)}`);
}

export const invalid = (message: string): HubspotError => new HubspotError(400, 'VALIDATION_ERROR', message);

export const notFound = (message = 'resource not found'): HubspotError =>
  new HubspotError(404, 'OBJECT_NOT_FOUND', message);

/** The error as an entry of a batch's `errors`. */
export function errorEntry({ category, message, context }: HubspotError): object {
  return { status: 'error', category, message, context: context ?? {}, errors: [], links: {} };
}

export function errorResponse(error: HubspotError, headers: Record<string, string> = {}): Response {
  const { status, category, message, context } = error;
  const body = { status: 'error', message, correlationId: randomUUID(), category, context };
  return Response.json(body, { status, headers });
}

/** Page: Usage details. It promises no header that says how long to wait. */
export function tooManyRequests(policyName: string): Response {
  const message = `You have reached your ${policyName.toLowerCase()} limit.`;
  const body = { status: 'error', message, errorType: 'RATE_LIMIT', policyName, correlationId: randomUUID() };
  return Response.json(body, { status: 429 });
}

export function hubspotProblem(problem: VendorProblem): Response {
  switch (problem.kind) {
    case 'throttled':
      return tooManyRequests('TEN_SECONDLY_ROLLING');
    case 'server-error':
      return errorResponse(new HubspotError(problem.status, undefined, 'internal error'));
    case 'lock':
      return errorResponse(locked());
    case 'unknown-route':
      return new Response('', { status: 404 });
    case 'not-implemented': {
      const { method, path, note } = problem;
      return errorResponse(
        new HubspotError(501, undefined, `The stand-in does not implement ${method} ${path}. ${note}`),
      );
    }
    case 'parameter': {
      const what = describeParameter(problem.parameter);
      return errorResponse(new HubspotError(501, undefined, `The stand-in does not implement ${what} here.`));
    }
    case 'internal':
      if (problem.error instanceof HubspotError) return errorResponse(problem.error);
      return errorResponse(new HubspotError(500, undefined, `The stand-in itself failed: ${problem.error.message}`));
  }
}

/** Page: Error handling, 423 Locked. */
export const locked = (): HubspotError =>
  new HubspotError(423, 'LOCKED', 'The object is locked; try again in 2 seconds.');
