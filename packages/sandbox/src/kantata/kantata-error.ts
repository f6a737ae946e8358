/** One entry of Kantata's `errors`. `field` is there for validation errors only. */
export interface KantataProblem {
  readonly type: 'oauth' | 'system' | 'validation';
  readonly message: string;
  readonly field?: string;
}

/** A refusal in Kantata's terms. */
export class KantataError extends Error {
  readonly status: number;
  readonly problems: readonly KantataProblem[];

  constructor(status: number, ...problems: readonly KantataProblem[]) {
    super(problems.map((each) => each.message).join('; '));
    this.name = 'KantataError';
    this.status = status;
    this.problems = problems;
  }
}

export function errorResponse(error: KantataError): Response {
  return Response.json({ errors: error.problems }, { status: error.status });
}

export function systemError(status: number, message: string): KantataError {
  return new KantataError(status, { type: 'system', message });
}

/**
 * This is also the answer for a record that a default filter hides, because Kantata does not tell absence from hiding.
 */
export function notFound(): KantataError {
  return systemError(404, 'Page Not Found');
}

export function invalid(field: string, message: string): KantataProblem {
  return { type: 'validation', message, field };
}
