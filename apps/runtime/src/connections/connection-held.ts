import type { ErrorClass } from '@throughline/core/connector/error';

/** A connection is paused or failing, or its record in other hands: the work waits and is not counted as an attempt. */
export class ConnectionHeld extends Error {
  override readonly name = 'ConnectionHeld';
  /** When to ask again. */
  readonly waitMs: number;
  /** Told with the step's retries when it says one of these. */
  readonly class: ErrorClass | undefined;

  constructor(message: string, waitMs: number, errorClass?: ErrorClass) {
    super(message);
    this.waitMs = waitMs;
    this.class = errorClass;
  }
}
