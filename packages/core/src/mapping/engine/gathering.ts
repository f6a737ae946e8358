import { append, appendTo } from './append.ts';
import type { Run } from './run.ts';

/** Appends one value after the other in linear time. A single value stays as it is. */
export class Gathering {
  #value: unknown;
  /** True when `#value` is a list that we created. */
  #isOwn = false;

  constructor(first: unknown) {
    this.#value = first;
  }

  get value(): unknown {
    return this.#value;
  }

  add(run: Run, value: unknown): void {
    if (value === undefined) return;
    if (this.#isOwn) appendTo(run, this.#value as unknown[], value);
    else {
      this.#isOwn = this.#value !== undefined;
      this.#value = append(run, this.#value, value);
    }
  }
}
