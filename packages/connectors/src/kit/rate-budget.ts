import type { RateReading } from './rate-reading.ts';

/** A guess never slows the pace below one request in this time. A waiting time that the vendor names is always kept. */
const SLOWEST_INTERVAL_MS = 4000;
/**
 * Once this share of a day's budget is used, it counts as scarce, because the rest is also needed by people and other
 * integrations.
 */
const SCARCE_SHARE = 0.9;
const SCARCE_INTERVAL_MS = 1000;
const SLOW_DOWN = 2;
const SPEED_UP = 0.95;

/**
 * Decides when the next request of a connection may go out. It starts at the manifest's rate with bursts of up to one
 * second's requests, keeps every waiting time that the vendor names, halves its pace after a refusal without one, and
 * returns to the manifest's rate with each success. It is the generic cell rate algorithm, which keeps one number
 * instead of a bucket to refill. It has no clock: `nowMs` is passed in.
 */
export class RateBudget {
  readonly #normalIntervalMs: number;
  readonly #burstMs: number;
  #intervalMs: number;
  /** When the request after the last one would be due at an even pace. */
  #dueMs = 0;
  #pausedUntilMs = 0;

  constructor(requestsPerSecond: number) {
    this.#normalIntervalMs = 1000 / requestsPerSecond;
    this.#intervalMs = this.#normalIntervalMs;
    this.#burstMs = Math.max(0, Math.floor(requestsPerSecond) - 1) * this.#normalIntervalMs;
  }

  /**
   * Takes the next slot and returns how long to wait for it. A slot that is farther away than `patienceMs` is not
   * taken.
   */
  take(nowMs: number, patienceMs = Number.POSITIVE_INFINITY): number {
    const burstMs = this.#intervalMs > this.#normalIntervalMs ? 0 : this.#burstMs;
    const startMs = Math.max(nowMs, this.#pausedUntilMs, this.#dueMs - burstMs);
    if (startMs - nowMs <= patienceMs) this.#dueMs = Math.max(this.#dueMs, startMs) + this.#intervalMs;
    return startMs - nowMs;
  }

  observe(reading: RateReading, nowMs: number): void {
    if (!reading.wasThrottled) {
      const isScarce = (reading.usedShare ?? 0) >= SCARCE_SHARE;
      const fastestMs = isScarce ? Math.max(this.#normalIntervalMs, SCARCE_INTERVAL_MS) : this.#normalIntervalMs;
      this.#intervalMs = Math.max(fastestMs, this.#intervalMs * SPEED_UP);
    } else if (reading.pauseMs === undefined) {
      this.#intervalMs = Math.min(SLOWEST_INTERVAL_MS, this.#intervalMs * SLOW_DOWN);
      this.#dueMs = Math.max(this.#dueMs, nowMs + this.#intervalMs);
    }
    if (reading.pauseMs !== undefined) this.#pauseUntil(nowMs + reading.pauseMs);
    if (reading.remaining === 0 && reading.resetMs !== undefined) this.#pauseUntil(nowMs + reading.resetMs);
  }

  /** There is no burst after a pause, because everybody has been waiting for the same moment. */
  #pauseUntil(instantMs: number): void {
    this.#pausedUntilMs = Math.max(this.#pausedUntilMs, instantMs);
    this.#dueMs = Math.max(this.#dueMs, this.#pausedUntilMs + this.#burstMs);
  }
}
