import type { Run } from '../engine/run.ts';
import { checkNesting } from './check-nesting.ts';
import { spendOnText } from './spend-on-text.ts';

/** Two values have the same key exactly when they are deeply equal. Only keys of the same instance can be compared. */
export class CanonicalKeys {
  readonly #run: Run;
  readonly #identities = new Map<unknown, number>();
  #text = '';

  constructor(run: Run) {
    this.#run = run;
  }

  /** Numbers, booleans and functions are their own key. Every NaN is a different value. */
  keyOf(value: unknown): unknown {
    const run = this.#run;
    if (--run.ticks < 0) run.nextSlice();
    if (typeof value === 'string') {
      spendOnText(run, value.length);
      return `"${value}`;
    }
    if (typeof value === 'number') return Number.isNaN(value) ? Symbol('NaN') : value;
    if (typeof value !== 'object' || value === null) return value;
    this.#text = '';
    this.#add(value, 0);
    return this.#text;
  }

  #add(value: unknown, depth: number): void {
    const run = this.#run;
    if (--run.ticks < 0) run.nextSlice();
    run.checkText(this.#text.length);
    if (typeof value === 'string') this.#addText(value);
    else if (typeof value === 'function' || Number.isNaN(value)) this.#text += `#${this.#identityOf(value)}`;
    else if (typeof value !== 'object' || value === null) this.#text += value === 0 ? '0' : String(value);
    else if (Array.isArray(value)) this.#addArray(value, depth + 1);
    else this.#addRecord(value as Readonly<Record<string, unknown>>, depth + 1);
  }

  #addText(text: string): void {
    this.#run.spend(text.length >> 3);
    this.#text += JSON.stringify(text);
  }

  #addArray(items: readonly unknown[], depth: number): void {
    checkNesting(this.#run, depth);
    this.#text += '[';
    for (const item of items) {
      this.#add(item, depth);
      this.#text += ',';
    }
    this.#text += ']';
  }

  #addRecord(record: Readonly<Record<string, unknown>>, depth: number): void {
    checkNesting(this.#run, depth);
    this.#text += '{';
    const keys = Object.keys(record);
    this.#run.spend(keys.length * Math.ceil(Math.log2(keys.length + 1)));
    for (const key of keys.toSorted()) {
      this.#addText(key);
      this.#text += ':';
      this.#add(record[key], depth);
      this.#text += ',';
    }
    this.#text += '}';
  }

  /** A NaN equals nothing, not even itself, so it gets a new number each time. */
  #identityOf(value: unknown): number {
    const known = Number.isNaN(value) ? undefined : this.#identities.get(value);
    if (known !== undefined) return known;
    const identity = this.#identities.size;
    this.#identities.set(Number.isNaN(value) ? Symbol('NaN') : value, identity);
    return identity;
  }
}
