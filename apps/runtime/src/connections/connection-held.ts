/** A connection is paused or failing: its work waits and is not counted as an attempt. */
export class ConnectionHeld extends Error {
  override readonly name = 'ConnectionHeld';
  /** When to ask again. */
  readonly waitMs: number;

  constructor(message: string, waitMs: number) {
    super(message);
    this.waitMs = waitMs;
  }
}
