import type { ErrorClass } from '@throughline/core/connector/error';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ConnectorManifest } from '@throughline/core/connector/manifest';
import { classOfStatus, mayHaveTakenEffect } from './error-class.ts';

/** A vendor's error body, read by the system's own reader. */
export interface VendorProblem {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** A sentence of ours that says it better than the vendor's message, which is kept beside it. */
  readonly sentence?: string | undefined;
  readonly fields?: readonly string[] | undefined;
  /** Only when neither code nor status tells the class. */
  readonly class?: ErrorClass | undefined;
}

export interface ProblemContext {
  readonly manifest: Pick<ConnectorManifest, 'title' | 'errorCodes'>;
  readonly status: number;
  readonly isRead: boolean;
  readonly retryAfterMs?: number | undefined;
}

const advice: Partial<Record<ErrorClass, string>> = {
  auth: 'Check the sign-in of the connection.',
  forbidden: 'The integration user needs the right to do this.',
  throttled: 'The vendor’s limit is used up for now.',
};

/**
 * Turns the vendor's problem into the one error that everybody understands. Its class comes from the system's reader,
 * then from the manifest's codes, then from the status.
 */
export function toConnectorError(problem: VendorProblem, context: ProblemContext): ConnectorError {
  const { manifest, status } = context;
  const listed = problem.code === undefined ? undefined : manifest.errorCodes[problem.code];
  const errorClass = problem.class ?? listed ?? classOfStatus(status);
  const said = problem.message ?? `answered with status ${status}`;
  const coded = problem.code === undefined ? '' : ` (${problem.code})`;
  const sentence = /[.!?]$/.test(said) ? said : `${said}.`;
  const hint = advice[errorClass];
  const message = problem.sentence ?? `${manifest.title}: ${sentence}${coded}${hint === undefined ? '' : ` ${hint}`}`;
  return new ConnectorError(message, {
    class: errorClass,
    status,
    vendorText: problem.sentence === undefined ? undefined : problem.message,
    vendorCode: problem.code,
    fields: problem.fields,
    retryAfterMs: context.retryAfterMs,
    isOutcomeUnknown: !context.isRead && errorClass === 'transient' && mayHaveTakenEffect(status),
  });
}
