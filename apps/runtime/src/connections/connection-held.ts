import type { ErrorClass } from '@throughline/core/connector/error';

/**
 * The connection is paused or failing, or somebody else holds the record. The work waits, and the wait does not count
 * as an attempt.
 */
export class ConnectionHeld extends Error {
  override readonly name = 'ConnectionHeld';
  /** When to ask again. */
  readonly waitMs: number;
  /** When this is set, the wait is shown among the step's retries. */
  readonly class: ErrorClass | undefined;

  constructor(message: string, waitMs: number, errorClass?: ErrorClass) {
    super(message);
    this.waitMs = waitMs;
    this.class = errorClass;
  }
}
