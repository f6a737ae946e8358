import type { SandboxClock } from './clock.ts';

export interface RateDecision {
  readonly isAllowed: boolean;
  /** Requests counted in the current window, this one included when allowed. */
  readonly used: number;
  readonly limit: number;
  /** Milliseconds until the window ends. */
  readonly resetsInMs: number;
}

/** A fixed window per key, by the system's clock. The limit is passed in each time, so a setting can change it. */
export class WindowRateLimiter {
  readonly #windows = new Map<string, { startMs: number; used: number }>();
  readonly #clock: SandboxClock;
  readonly #windowMs: number;

  constructor(clock: SandboxClock, windowMs: number) {
    this.#clock = clock;
    this.#windowMs = windowMs;
  }

  take(key: string, limit: number): RateDecision {
    const now = this.#clock.nowMs();
    const known = this.#windows.get(key);
    const window = known !== undefined && now - known.startMs < this.#windowMs ? known : { startMs: now, used: 0 };
    this.#windows.set(key, window);
    const isAllowed = window.used < limit;
    if (isAllowed) window.used += 1;
    return { isAllowed, used: window.used, limit, resetsInMs: window.startMs + this.#windowMs - now };
  }
}

/** Allows at most `limit` requests at once per key, as NetSuite's concurrency governance does. */
export class ConcurrencyLimiter {
  readonly #running = new Map<string, number>();

  /** Returns a function that gives the place back, or undefined when no place is free. */
  enter(key: string, limit: number): (() => void) | undefined {
    const running = this.#running.get(key) ?? 0;
    if (running >= limit) return undefined;
    this.#running.set(key, running + 1);
    return () => this.#running.set(key, (this.#running.get(key) ?? 1) - 1);
  }
}
