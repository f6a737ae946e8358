import type { FunctionContext, ValueMapTables } from '../functions/function-definition.ts';
import { EvaluationFailure } from './failure.ts';
import type { Limits } from './limits.ts';

/** Steps between two checks of the clock. */
const ticksPerSlice = 4_096;

export interface RunOptions {
  readonly limits: Limits;
  readonly valueMaps: ValueMapTables;
  /** Milliseconds since 1970, read once: what `$now` and `$millis` return during this run. */
  readonly now: () => number;
  /** Milliseconds of any monotonic clock, for the deadline, which counts from the first time it is read. */
  readonly clock: () => number;
}

/** Counts what one evaluation uses, and provides what functions may know about it. */
export class Run implements FunctionContext {
  readonly limits: Limits;
  readonly valueMaps: ValueMapTables;
  /** Steps left until the next check of the clock. Loops do `if (--run.ticks < 0) run.nextSlice();`. */
  ticks: number;
  /** The current depth of nested calls. */
  depth = 0;
  readonly #now: () => number;
  readonly #clock: () => number;
  #startedAt: number | undefined;
  #endsAt: number | undefined;
  /** Steps of the current slice, which `ticks` counts down. */
  #slice: number;
  /** Steps left when the current slice began. */
  #ticksLeft: number;

  constructor({ limits, valueMaps, now, clock }: RunOptions) {
    this.limits = limits;
    this.valueMaps = valueMaps;
    this.#now = now;
    this.#clock = clock;
    this.#ticksLeft = limits.maxTicks;
    this.#slice = Math.min(ticksPerSlice, limits.maxTicks);
    this.ticks = this.#slice;
  }

  // Reading a clock takes longer than a small mapping, so both clocks are read on demand only.
  get now(): number {
    return (this.#startedAt ??= this.#now());
  }

  /** The steps taken so far. */
  get spent(): number {
    return this.limits.maxTicks - this.#ticksLeft + this.#slice - this.ticks;
  }

  /** Starts again with all steps, but with the same deadline. */
  restart(): void {
    this.depth = 0;
    this.#ticksLeft = this.limits.maxTicks;
    this.#beginSlice();
  }

  /** Counts the current slice as used and begins another. @throws EvaluationFailure `TOO_MANY_STEPS`, `D1012` */
  nextSlice(): void {
    this.#ticksLeft -= this.#slice - this.ticks;
    this.#beginSlice();
    if (this.#ticksLeft < 0) {
      const { maxTicks } = this.limits;
      throw new EvaluationFailure('TOO_MANY_STEPS', `The mapping takes more than ${maxTicks} steps. Does it loop?`);
    }
    const { deadlineMs } = this.limits;
    const time = this.#clock();
    this.#endsAt ??= time + deadlineMs;
    if (time > this.#endsAt) {
      throw new EvaluationFailure('D1012', `The mapping takes longer than ${deadlineMs} ms.`, { value: deadlineMs });
    }
  }

  #beginSlice(): void {
    this.#slice = Math.max(0, Math.min(ticksPerSlice, this.#ticksLeft));
    this.ticks = this.#slice;
  }

  /** Counts work of a known size before it is done, for builtins that loop without calling back. */
  spend(ticks: number): void {
    this.ticks -= ticks;
    if (this.ticks < 0) this.nextSlice();
  }

  /** Gives back what was counted for work that turned out not to be needed. */
  refund(ticks: number): void {
    this.ticks += ticks;
  }

  /** @throws EvaluationFailure `D2015` */
  checkItems(count: number): void {
    const { maxItems } = this.limits;
    if (count > maxItems) {
      throw new EvaluationFailure('D2015', `A list would hold more than ${maxItems} items.`, { value: count });
    }
  }

  /** @throws EvaluationFailure `TEXT_TOO_LONG` */
  checkText(length: number): void {
    const { maxTextLength } = this.limits;
    if (length > maxTextLength) {
      throw new EvaluationFailure('TEXT_TOO_LONG', `A text would be longer than ${maxTextLength} characters.`, {
        value: length,
      });
    }
  }
}
