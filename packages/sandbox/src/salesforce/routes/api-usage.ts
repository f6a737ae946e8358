import type { SandboxClock } from '../../kit/clock.ts';
import { WindowRateLimiter } from '../../kit/rate-limit.ts';
import type { RateDecision } from '../../kit/rate-limit.ts';
import { setting } from '../../kit/settings.ts';
import type { SandboxState } from '../../kit/state.ts';

const DAY_MS = 86_400_000;
const DEFAULT_DAILY_REQUESTS = 100_000;

/** The org's daily API request allocation; its size is the setting `dailyApiRequests`. */
export class ApiUsage {
  readonly #limiter: WindowRateLimiter;
  readonly #state: SandboxState;
  #used = 0;

  constructor(state: SandboxState, clock: SandboxClock) {
    this.#state = state;
    this.#limiter = new WindowRateLimiter(clock, DAY_MS);
  }

  take(): RateDecision {
    const decision = this.#limiter.take('org', this.max);
    this.#used = decision.used;
    return decision;
  }

  get used(): number {
    return this.#used;
  }

  get max(): number {
    return setting(this.#state, 'dailyApiRequests', DEFAULT_DAILY_REQUESTS);
  }
}
