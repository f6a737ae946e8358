/** What a commit left behind, as absolute values, so that applying it twice changes nothing. */
export interface StateChanges {
  /** Collection, id, and the record, or null when it is gone. */
  readonly records: readonly (readonly [collection: string, id: string, record: object | null])[];
  readonly sequences: readonly (readonly [name: string, value: number])[];
  readonly values: readonly (readonly [name: string, value: unknown])[];
}

/** Called for every commit. `everything` means that the whole state was replaced. */
export type CommitListener = (changes: StateChanges | 'everything') => void;

/** Collects the names of what changed since it was last asked. The values are read when the commit is reported. */
export class TouchedNames {
  readonly #records = new Map<string, Set<string>>();
  readonly #sequences = new Set<string>();
  readonly #values = new Set<string>();

  get isEmpty(): boolean {
    return this.#records.size + this.#sequences.size + this.#values.size === 0;
  }

  record(collection: string, id: string): void {
    const ids = this.#records.get(collection) ?? new Set();
    this.#records.set(collection, ids.add(id));
  }

  sequence(name: string): void {
    this.#sequences.add(name);
  }

  value(name: string): void {
    this.#values.add(name);
  }

  take(read: {
    readonly record: (collection: string, id: string) => object | null;
    readonly sequence: (name: string) => number;
    readonly value: (name: string) => unknown;
  }): StateChanges {
    const changes = {
      records: [...this.#records].flatMap(([collection, ids]) =>
        [...ids].map((id) => [collection, id, read.record(collection, id)] as const),
      ),
      sequences: [...this.#sequences].map((name) => [name, read.sequence(name)] as const),
      values: [...this.#values].map((name) => [name, read.value(name)] as const),
    };
    this.clear();
    return changes;
  }

  clear(): void {
    this.#records.clear();
    this.#sequences.clear();
    this.#values.clear();
  }
}
