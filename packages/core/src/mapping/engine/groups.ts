import { failureOf } from './failure-of.ts';
import { Gathering } from './gathering.ts';
import type { Run } from './run.ts';
import { spendOnCompared } from './spend-on-compared.ts';
import { checkKey } from './check-key.ts';

interface Group {
  readonly entry: number;
  readonly items: Gathering;
}

/** Items grouped by key, for `{key: value}` after an expression. */
export class Groups {
  /**
   * An object rather than a map, because values are evaluated in the order of an object's fields: whole numbers first.
   */
  readonly #groups = Object.create(null) as Record<string, Group>;

  /**
   * @param entry which of the entries gave the key; an item with an undefined key is left out
   * @throws EvaluationFailure `T1003`, `D1009`, `D1013`, `UNSAFE_KEY`, `D2015`
   */
  add(run: Run, key: unknown, entry: number, item: unknown): void {
    if (key === undefined) return;
    if (typeof key !== 'string') throw failureOf('T1003', { value: key });
    spendOnCompared(run, key);
    const group = this.#groups[key];
    if (group === undefined) {
      checkKey(key);
      this.#groups[key] = { entry, items: new Gathering(item) };
    } else if (group.entry === entry) group.items.add(run, item);
    else throw failureOf('D1009', { value: key });
  }

  /** `valueOf` gets the number of the entry and the group: an item, or a list of several. */
  toRecord(valueOf: (entry: number, gathered: unknown) => unknown): Record<string, unknown> {
    const record: Record<string, unknown> = {};
    for (const [key, { entry, items }] of Object.entries(this.#groups)) {
      const value = valueOf(entry, items.value);
      if (value !== undefined) record[key] = value;
    }
    return record;
  }
}
