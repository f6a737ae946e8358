/** What happened to a record; the ledger counts these, so a test can prove "created once". */
export type EffectKind = 'created' | 'updated' | 'deleted';

export interface RecordEffect {
  readonly kind: EffectKind;
  readonly collection: string;
  readonly id: string;
}

/** How a collection tells its state about a change and how to take it back. */
export type ReportChange = (effect: RecordEffect, undo: () => void) => void;

/**
 * Records of one kind by id, in insertion order. Records must be JSON values: they are snapshotted.
 * A stored record is never changed in place (update replaces it), so a reader may keep what it was given.
 */
export class Collection<T extends object> {
  readonly name: string;
  readonly #records = new Map<string, Readonly<T>>();
  readonly #report: ReportChange;

  constructor(name: string, report: ReportChange) {
    this.name = name;
    this.#report = report;
  }

  get size(): number {
    return this.#records.size;
  }

  get(id: string): Readonly<T> | undefined {
    return this.#records.get(id);
  }

  has(id: string): boolean {
    return this.#records.has(id);
  }

  all(): Readonly<T>[] {
    return [...this.#records.values()];
  }

  entries(): [string, Readonly<T>][] {
    return [...this.#records];
  }

  find(predicate: (record: Readonly<T>) => boolean): Readonly<T> | undefined {
    for (const record of this.#records.values()) if (predicate(record)) return record;
    return undefined;
  }

  filter(predicate: (record: Readonly<T>) => boolean): Readonly<T>[] {
    return this.all().filter(predicate);
  }

  /** Throws when the id is taken: a stand-in that overwrites silently would hide the very bugs it exists to show. */
  insert(id: string, record: T): Readonly<T> {
    if (this.#records.has(id)) throw new Error(`Collection ${this.name} already holds a record with id ${id}.`);
    this.#records.set(id, record);
    this.#report({ kind: 'created', collection: this.name, id }, () => this.#records.delete(id));
    return record;
  }

  /**
   * Replaces the record by itself plus the patch. Throws when there is no such record.
   * `kind` is what the ledger counts it as: a soft delete is an update that counts as deleted.
   */
  update(id: string, patch: Partial<T>, kind: EffectKind = 'updated'): Readonly<T> {
    const before = this.#records.get(id);
    if (before === undefined) throw new Error(`Collection ${this.name} holds no record with id ${id}.`);
    const after = { ...before, ...patch };
    this.#records.set(id, after);
    this.#report({ kind, collection: this.name, id }, () => this.#records.set(id, before));
    return after;
  }

  /** Returns true when there was a record to delete. A deletion that is undone puts the record last in order. */
  delete(id: string): boolean {
    const before = this.#records.get(id);
    if (before === undefined) return false;
    this.#records.delete(id);
    this.#report({ kind: 'deleted', collection: this.name, id }, () => this.#records.set(id, before));
    return true;
  }

  /** For replaying only: sets or removes a record without reporting an effect. */
  put(id: string, record: T | null): void {
    if (record === null) this.#records.delete(id);
    else this.#records.set(id, record);
  }

  /** For snapshots only: sets the whole content without reporting effects. */
  load(entries: readonly (readonly [string, T])[]): void {
    this.#records.clear();
    for (const [id, record] of entries) this.#records.set(id, record);
  }
}
