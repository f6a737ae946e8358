/**
 * What went wrong between us and a system, as a closed set. The retry decision, the exception inbox and the circuit
 * breaker look at the class only, never at a vendor's status or text.
 */
export const errorClasses = [
  'auth',
  'forbidden',
  'throttled',
  'transient',
  'lock',
  'conflict',
  'duplicate',
  'validation',
  'not-found',
  'gone',
  'business-pending',
  'fatal',
] as const;

export type ErrorClass = (typeof errorClasses)[number];

/**
 * Classes of errors that may go away without anybody changing anything. A policy that names no classes retries these.
 */
export const passingClasses: readonly ErrorClass[] = ['throttled', 'transient', 'lock', 'business-pending'];

export interface ConnectorErrorDetails {
  readonly class: ErrorClass;
  /** The vendor's own code, for example `UNABLE_TO_LOCK_ROW`. */
  readonly vendorCode?: string | undefined;
  /** The vendor's own text, when the message says it in other words. */
  readonly vendorText?: string | undefined;
  readonly status?: number | undefined;
  /** Field names of the system's object that the vendor complained about. */
  readonly fields?: readonly string[] | undefined;
  /** How long the vendor asked us to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /**
   * True when the request may have taken effect although no reply arrived (the reply was lost, or the deadline passed
   * after sending). Read such a write back before trying it again.
   */
  readonly isOutcomeUnknown?: boolean | undefined;
  readonly cause?: unknown;
}

/** The one error a connector throws or returns per record. `message` is a plain sentence, free of secrets. */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  readonly class: ErrorClass;
  readonly vendorCode: string | undefined;
  readonly vendorText: string | undefined;
  readonly status: number | undefined;
  readonly fields: readonly string[];
  readonly retryAfterMs: number | undefined;
  readonly isOutcomeUnknown: boolean;

  constructor(message: string, details: ConnectorErrorDetails) {
    super(message, { cause: details.cause });
    this.class = details.class;
    this.vendorCode = details.vendorCode;
    this.vendorText = details.vendorText;
    this.status = details.status;
    this.fields = details.fields ?? [];
    this.retryAfterMs = details.retryAfterMs;
    this.isOutcomeUnknown = details.isOutcomeUnknown ?? false;
  }
}
