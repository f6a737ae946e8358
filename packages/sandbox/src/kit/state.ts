import { Collection } from './collection.ts';
import type { RecordEffect } from './collection.ts';
import { TouchedNames } from './state-changes.ts';
import type { CommitListener, StateChanges } from './state-changes.ts';

/** Everything a system must remember, as JSON. */
export interface StateSnapshot {
  readonly collections: Readonly<Record<string, readonly (readonly [string, object])[]>>;
  readonly sequences: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, unknown>>;
}

interface Transaction {
  readonly undo: (() => void)[];
  readonly effects: RecordEffect[];
}

/** Collections, sequences (deterministic ids) and single values of one system, with transactions and snapshots. */
export class SandboxState {
  readonly #collections = new Map<string, Collection<object>>();
  readonly #sequences = new Map<string, number>();
  readonly #values = new Map<string, unknown>();
  readonly #transactions: Transaction[] = [];
  readonly #effectListeners = new Set<(effect: RecordEffect) => void>();
  readonly #commitListeners = new Set<CommitListener>();
  readonly #touched = new TouchedNames();

  /** The collection of that name, created on first use. A name starting with "__" is internal: its changes do not count as record effects. */
  collection<T extends object>(name: string): Collection<T> {
    let found = this.#collections.get(name);
    if (found === undefined) {
      found = new Collection<object>(name, (effect, undo) => this.#changed(effect, undo));
      this.#collections.set(name, found);
    }
    // This is the one place where a name is trusted to mean a type, because snapshots are JSON and no static type could
    // follow them.
    return found as unknown as Collection<T>;
  }

  collectionNames(): string[] {
    return [...this.#collections.keys()].sort();
  }

  /**
   * 1, 2, 3 … per sequence name: the source of deterministic ids. It is not rolled back, just like a real database
   * sequence.
   */
  next(sequence: string): number {
    const value = (this.#sequences.get(sequence) ?? 0) + 1;
    this.#sequences.set(sequence, value);
    this.#touched.sequence(sequence);
    this.#tellCommit();
    return value;
  }

  value(name: string): unknown {
    return this.#values.get(name);
  }

  setValue(name: string, value: unknown): void {
    const before = this.#values.get(name);
    this.#values.set(name, value);
    this.#transactions.at(-1)?.undo.push(() => this.#values.set(name, before));
    this.#touched.value(name);
    this.#tellCommit();
  }

  /**
   * Runs synchronous work as a transaction: when it throws, every change is undone and the error is rethrown. Calls may
   * be nested.
   */
  transaction<T>(work: () => T): T {
    const transaction: Transaction = { undo: [], effects: [] };
    this.#transactions.push(transaction);
    try {
      const result = work();
      this.#transactions.pop();
      const outer = this.#transactions.at(-1);
      if (outer === undefined) this.#emit(transaction.effects);
      else {
        outer.undo.push(...transaction.undo);
        outer.effects.push(...transaction.effects);
      }
      return result;
    } catch (error) {
      this.#transactions.pop();
      for (const undo of transaction.undo.toReversed()) undo();
      // Sequences are not rolled back, so there may still be something to report.
      this.#tellCommit();
      throw error;
    }
  }

  /** Reports every committed change of a record. Returns a function that stops listening. */
  onEffect(listener: (effect: RecordEffect) => void): () => void {
    this.#effectListeners.add(listener);
    return () => this.#effectListeners.delete(listener);
  }

  /** Reports every commit synchronously, including values, sequences and internal collections. */
  onCommit(listener: CommitListener): () => void {
    this.#commitListeners.add(listener);
    this.#touched.clear();
    return () => this.#commitListeners.delete(listener);
  }

  snapshot(): StateSnapshot {
    const filled = [...this.#collections].filter(([, each]) => each.size > 0);
    const collections = Object.fromEntries(filled.map(([name, each]) => [name, each.entries()]));
    return structuredClone({
      collections,
      sequences: Object.fromEntries(this.#sequences),
      values: Object.fromEntries(this.#values),
    });
  }

  restore(snapshot: StateSnapshot): void {
    const copy = structuredClone(snapshot);
    for (const each of this.#collections.values()) each.load([]);
    this.#sequences.clear();
    this.#values.clear();
    for (const [name, entries] of Object.entries(copy.collections)) this.collection(name).load(entries);
    for (const [name, value] of Object.entries(copy.sequences)) this.#sequences.set(name, value);
    for (const [name, value] of Object.entries(copy.values)) this.#values.set(name, value);
    this.#touched.clear();
    for (const listener of this.#commitListeners) listener('everything');
  }

  /** Applies what another process reported through `onCommit`, without reporting it again. */
  applyChanges(changes: StateChanges): void {
    for (const [name, id, record] of changes.records) this.collection(name).put(id, record);
    for (const [name, value] of changes.sequences) this.#sequences.set(name, value);
    for (const [name, value] of changes.values) this.#values.set(name, value);
  }

  #changed(effect: RecordEffect, undo: () => void): void {
    this.#touched.record(effect.collection, effect.id);
    const transaction = this.#transactions.at(-1);
    if (transaction === undefined) this.#emit([effect]);
    else {
      transaction.undo.push(undo);
      transaction.effects.push(effect);
    }
  }

  #emit(effects: readonly RecordEffect[]): void {
    for (const effect of effects) {
      if (effect.collection.startsWith('__')) continue;
      for (const listener of this.#effectListeners) listener(effect);
    }
    this.#tellCommit();
  }

  #tellCommit(): void {
    if (this.#transactions.length > 0 || this.#touched.isEmpty) return;
    if (this.#commitListeners.size === 0) {
      this.#touched.clear();
      return;
    }
    const changes = this.#touched.take({
      record: (collection, id) => this.collection(collection).get(id) ?? null,
      sequence: (name) => this.#sequences.get(name) ?? 0,
      value: (name) => this.#values.get(name),
    });
    for (const listener of this.#commitListeners) listener(changes);
  }
}
