/** Time of one sandbox system. Real by default; a test can freeze it, move it forward, and let it run again. */
export interface ClockState {
  /** Milliseconds added to real time. */
  readonly offsetMs: number;
  /** Epoch milliseconds at which the clock stands still, or null while it runs. */
  readonly frozenAtMs: number | null;
}

export class SandboxClock {
  #offsetMs = 0;
  #frozenAtMs: number | null = null;
  readonly #realNow: () => number;

  constructor(realNow: () => number = Date.now) {
    this.#realNow = realNow;
  }

  nowMs(): number {
    return this.#frozenAtMs ?? this.#realNow() + this.#offsetMs;
  }

  now(): Date {
    return new Date(this.nowMs());
  }

  freeze(atMs: number = this.nowMs()): void {
    this.#frozenAtMs = atMs;
  }

  /** Moves forward; a frozen clock stays frozen at the later instant. */
  advance(ms: number): void {
    if (this.#frozenAtMs === null) this.#offsetMs += ms;
    else this.#frozenAtMs += ms;
  }

  /** Lets a frozen clock run on from where it stood. */
  resume(): void {
    if (this.#frozenAtMs === null) return;
    this.#offsetMs = this.#frozenAtMs - this.#realNow();
    this.#frozenAtMs = null;
  }

  /** Back to real time. */
  reset(): void {
    this.restore({ offsetMs: 0, frozenAtMs: null });
  }

  snapshot(): ClockState {
    return { offsetMs: this.#offsetMs, frozenAtMs: this.#frozenAtMs };
  }

  restore(state: ClockState): void {
    this.#offsetMs = state.offsetMs;
    this.#frozenAtMs = state.frozenAtMs;
  }
}
