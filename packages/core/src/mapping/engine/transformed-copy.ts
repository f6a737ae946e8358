import { checkKey } from './check-key.ts';
import { failureOf } from './failure-of.ts';
import type { Run } from './run.ts';
import { isRecord } from './value.ts';

/**
 * The copy that a transform changes. A pattern can also find objects that are not in the copy (`|$$.account|…|`): those
 * belong to the input or to a variable and are left alone, where the reference changes them.
 */
export class TransformedCopy {
  readonly value: unknown;
  readonly #own = new Set<unknown>();

  /** @param clone what `$clone` gave; if that was rebound, it may be no copy at all, so another one is made */
  constructor(run: Run, clone: unknown) {
    this.value = this.#copy(run, clone);
  }

  /** @throws EvaluationFailure `T2011`, `UNSAFE_KEY`, `D1013` */
  update(match: unknown, changes: unknown): void {
    if (changes === undefined) return;
    if (!isRecord(changes)) throw failureOf('T2011', { token: '|', value: changes });
    for (const [name, value] of Object.entries(changes)) {
      checkKey(name);
      if (typeof match !== 'object' || match === null) throw failureOf('T2011', { token: '|', value: match });
      if (this.#own.has(match)) (match as Record<string, unknown>)[name] = value;
    }
  }

  /** @throws EvaluationFailure `T2012` */
  remove(match: unknown, names: unknown): void {
    if (names === undefined) return;
    for (const name of Array.isArray(names) ? (names as unknown[]) : [names]) {
      if (typeof name !== 'string') throw failureOf('T2012', { token: '|', value: names });
    }
    if (!this.#own.has(match)) return;
    for (const name of Array.isArray(names) ? (names as string[]) : [names as string]) {
      delete (match as Record<string, unknown>)[name];
    }
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
