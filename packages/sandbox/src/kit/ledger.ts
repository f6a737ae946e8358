import { AsyncLocalStorage } from 'node:async_hooks';
import type { EffectKind, RecordEffect } from './collection.ts';

/** One request as the system saw it. Hashes are sha-256 in hex. Bodies are not kept, because they may hold secrets. */
export interface LedgerRequest {
  readonly seq: number;
  /** Instant of arrival by the system's clock, ISO 8601. */
  readonly at: string;
  readonly method: string;
  /** Path with query, as sent. */
  readonly path: string;
  readonly bodyHash: string;
  /** Null while the request is unanswered. It stays null when the connection was cut on purpose. */
  status: number | null;
  /** The fault that was played on it, if any. */
  fault: string | null;
}

export interface LedgerEffect extends RecordEffect {
  readonly seq: number;
  /** The request that caused it, or null when it came from outside (control, seed). */
  readonly requestSeq: number | null;
}

export interface LedgerFilter {
  readonly sinceSeq?: number;
  readonly collection?: string;
  readonly kind?: EffectKind;
}

/** Beyond this many entries the oldest are dropped, and `dropped` counts them. */
const CAPACITY = 100_000;

/** Everything that was asked of a system and everything that it changed, in one numbered order. */
export class RequestLedger {
  #seq = 0;
  #dropped = 0;
  #requests: LedgerRequest[] = [];
  #effects: LedgerEffect[] = [];
  readonly #current = new AsyncLocalStorage<LedgerRequest>();

  /** Opens an entry and runs the work. Every effect that is committed inside is attributed to it. */
  async record<T>(
    opened: Omit<LedgerRequest, 'seq' | 'status' | 'fault'>,
    work: (entry: LedgerRequest) => Promise<T>,
  ): Promise<T> {
    const entry: LedgerRequest = { ...opened, seq: ++this.#seq, status: null, fault: null };
    this.#requests.push(entry);
    if (this.#requests.length > CAPACITY) this.#drop();
    return await this.#current.run(entry, () => work(entry));
  }

  addEffect(effect: RecordEffect): void {
    const requestSeq = this.#current.getStore()?.seq ?? null;
    this.#effects.push({ seq: ++this.#seq, requestSeq, ...effect });
  }

  requests(filter: LedgerFilter = {}): LedgerRequest[] {
    return this.#requests.filter((each) => each.seq > (filter.sinceSeq ?? 0));
  }

  effects(filter: LedgerFilter = {}): LedgerEffect[] {
    return this.#effects.filter(
      (each) =>
        each.seq > (filter.sinceSeq ?? 0) &&
        (filter.collection === undefined || each.collection === filter.collection) &&
        (filter.kind === undefined || each.kind === filter.kind),
    );
  }

  get lastSeq(): number {
    return this.#seq;
  }

  get dropped(): number {
    return this.#dropped;
  }

  /** Forgets the entries; numbering goes on, so a reader's "since" stays valid. */
  clear(): void {
    this.#requests = [];
    this.#effects = [];
    this.#dropped = 0;
  }

  #drop(): void {
    const removed = this.#requests.splice(0, CAPACITY / 10);
    this.#dropped += removed.length;
    const oldest = this.#requests[0]?.seq ?? 0;
    this.#effects = this.#effects.filter((each) => each.seq >= oldest);
  }
}
