import { checkKey } from './check-key.ts';
import { failureOf } from './failure-of.ts';
import type { Run } from './run.ts';
import { isRecord } from './value.ts';

/**
 * The copy that a transform changes. A pattern can also find objects that are not in the copy (`|$$.account|…|`). They
 * belong to the input or to a variable and stay unchanged, whereas the reference changes them.
 */
export class TransformedCopy {
  readonly value: unknown;
  readonly #own = new Set<unknown>();
  readonly #run: Run;

  /**
   * @param clone what `$clone` returned
   * @param isFresh nobody else holds it or anything in it. When `$clone` was rebound, that is not known, and a copy is
   * made.
   */
  constructor(run: Run, clone: unknown, isFresh: boolean) {
    this.#run = run;
    this.value = isFresh ? clone : this.#copy(run, clone);
    if (isFresh) this.#claim(run, clone);
  }

  /** @throws EvaluationFailure `T2011`, `UNSAFE_KEY`, `D1013` */
  update(match: unknown, changes: unknown): void {
    if (changes === undefined) return;
    if (!isRecord(changes)) throw failureOf('T2011', { token: '|', value: changes });
    const fields = Object.entries(changes);
    this.#run.spend(fields.length >> 3);
    for (const [name, value] of fields) {
      checkKey(name);
      if (typeof match !== 'object' || match === null) throw failureOf('T2011', { token: '|', value: match });
      if (this.#own.has(match)) (match as Record<string, unknown>)[name] = value;
    }
  }

  /** @throws EvaluationFailure `T2012` */
  remove(match: unknown, names: unknown): void {
    if (names === undefined) return;
    if (Array.isArray(names)) this.#run.spend(names.length);
    for (const name of Array.isArray(names) ? (names as unknown[]) : [names]) {
      if (typeof name !== 'string') throw failureOf('T2012', { token: '|', value: names });
    }
    if (!this.#own.has(match)) return;
    for (const name of Array.isArray(names) ? (names as string[]) : [names as string]) {
      delete (match as Record<string, unknown>)[name];
    }
  }

  #claim(run: Run, value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    if (--run.ticks < 0) run.nextSlice();
    if (!Array.isArray(value)) this.#own.add(value);
    for (const member of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) this.#claim(run, member);
  }

  #copy(run: Run, value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (--run.ticks < 0) run.nextSlice();
    if (Array.isArray(value)) return value.map((item) => this.#copy(run, item));
    const copy: Record<string, unknown> = {};
    this.#own.add(copy);
    for (const [name, member] of Object.entries(value)) {
      checkKey(name);
      copy[name] = this.#copy(run, member);
    }
    return copy;
  }
}
