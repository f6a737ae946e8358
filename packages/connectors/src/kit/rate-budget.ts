import type { RateReading } from './rate-reading.ts';

/** Never slower than one request in this time because of guesses; a vendor's own waiting time is always kept. */
const SLOWEST_INTERVAL_MS = 4000;
const SLOW_DOWN = 2;
const SPEED_UP = 0.95;

/**
 * When the next request of a connection may go out. Starts at the manifest's rate, keeps every waiting time the vendor
 * names, halves its pace on a refusal without one and finds back to the manifest's rate by successes.
 * No clock inside: `nowMs` is passed in.
 */
export class RateBudget {
  readonly #normalIntervalMs: number;
  #intervalMs: number;
  #nextSlotMs = 0;
  #pausedUntilMs = 0;
  #burst: number;
  readonly #burstSize: number;
  #burstRefilledMs = 0;

  constructor(requestsPerSecond: number) {
    this.#normalIntervalMs = 1000 / requestsPerSecond;
    this.#intervalMs = this.#normalIntervalMs;
    this.#burstSize = Math.max(1, Math.floor(requestsPerSecond));
    this.#burst = this.#burstSize;
  }

  /** Takes the next slot and says how long to wait for it. */
  take(nowMs: number): number {
    this.#refill(nowMs);
    const pauseMs = Math.max(0, this.#pausedUntilMs - nowMs);
    if (pauseMs === 0 && this.#burst >= 1) {
      this.#burst -= 1;
      return 0;
    }
    const slotMs = Math.max(this.#nextSlotMs, nowMs + pauseMs);
    this.#nextSlotMs = slotMs + this.#intervalMs;
    return slotMs - nowMs;
  }

  /** How long the vendor wants nobody to call, from now. */
  pauseMs(nowMs: number): number {
    return Math.max(0, this.#pausedUntilMs - nowMs);
  }

  observe(reading: RateReading, nowMs: number): void {
    if (reading.wasThrottled) {
      this.#burst = 0;
      if (reading.pauseMs === undefined) {
        this.#intervalMs = Math.min(SLOWEST_INTERVAL_MS, this.#intervalMs * SLOW_DOWN);
        this.#nextSlotMs = Math.max(this.#nextSlotMs, nowMs + this.#intervalMs);
      }
    } else {
      this.#intervalMs = Math.max(this.#normalIntervalMs, this.#intervalMs * SPEED_UP);
    }
    if (reading.pauseMs !== undefined) this.#pauseUntil(nowMs + reading.pauseMs);
    if (reading.remaining === 0 && reading.resetMs !== undefined) this.#pauseUntil(nowMs + reading.resetMs);
  }

  #pauseUntil(instantMs: number): void {
    this.#pausedUntilMs = Math.max(this.#pausedUntilMs, instantMs);
  }

  #refill(nowMs: number): void {
    if (this.#intervalMs > this.#normalIntervalMs) {
      this.#burstRefilledMs = nowMs;
      return;
    }
    const gained = (nowMs - this.#burstRefilledMs) / this.#intervalMs;
    this.#burst = Math.min(this.#burstSize, this.#burst + Math.max(0, gained));
    this.#burstRefilledMs = nowMs;
  }
}
