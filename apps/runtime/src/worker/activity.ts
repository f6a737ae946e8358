import { setTimeout as delay } from 'node:timers/promises';
import type { EffectTracker } from '../run/run-context.ts';

/** Tracks the effects under way in this process, for which a drain waits. A run that only waits does not count. */
export class Activity implements EffectTracker {
  readonly #underWay = new Set<Promise<unknown>>();
  #isDraining = false;

  get isDraining(): boolean {
    return this.#isDraining;
  }

  /** Runs an effect. While the process drains, it never begins: whoever takes the run over performs it. */
  track<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#isDraining) return new Promise(() => undefined);
    const running = work();
    const settled = running.finally(() => this.#underWay.delete(settled)).catch(() => undefined);
    this.#underWay.add(settled);
    return running;
  }

  /** Lets no further effect begin, and resolves when those under way have ended or the time is over. */
  async drain(timeoutMs: number): Promise<void> {
    this.#isDraining = true;
    await Promise.race([Promise.all(this.#underWay), delay(timeoutMs, undefined, { ref: false })]);
  }
}
