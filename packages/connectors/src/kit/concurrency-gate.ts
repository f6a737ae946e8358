/** Lets at most `limit` pieces of work run at once, in the order of their arrival. */
export class ConcurrencyGate {
  readonly #waiting: (() => void)[] = [];
  readonly #limit: number;
  #running = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** @throws the signal's reason when it aborts while waiting. */
  async enter(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#running < this.#limit) this.#running += 1;
    else await this.#wait(signal);
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      this.#leave();
    };
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const proceed = (): void => {
        signal.removeEventListener('abort', give);
        resolve();
      };
      const give = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(proceed), 1);
        reject(signal.reason instanceof Error ? signal.reason : new Error('Aborted while waiting for a place.'));
      };
      this.#waiting.push(proceed);
      signal.addEventListener('abort', give, { once: true });
    });
  }

  /** Hands the place straight to the next waiter. It is never free in between, so nobody can jump the queue. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running -= 1;
    else next();
  }
}
