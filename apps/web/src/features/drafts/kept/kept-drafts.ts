import type { UnsavedWork } from '../autosaver.ts';

/** Unsaved work on a draft, as it is kept in the browser. */
export interface KeptDraft extends UnsavedWork<unknown> {
  readonly keptAt: Date;
}

interface Place {
  readonly personId: string;
  readonly definitionId: string;
  /** Two tabs of one person keep their own work. */
  readonly tabId: string;
}

/** After this time nobody comes back for it, and the server's history has moved on. */
const longestMs = 30 * 24 * 60 * 60 * 1000;
const prefix = 'throughline-draft';

/**
 * Unsaved work in the browser's storage, by person, draft and tab. It survives a reload and a closed tab, until the
 * server has it.
 */
export class KeptDrafts {
  readonly #storage: Storage;
  readonly #place: Place;

  constructor(storage: Storage, place: Place) {
    this.#storage = storage;
    this.#place = place;
  }

  /** Returns false if the browser has no room for it, or allows no storage. */
  keep(work: UnsavedWork<unknown>, now: Date): boolean {
    try {
      this.#storage.setItem(this.#key, JSON.stringify({ ...work, keptAt: now.getTime() }));
      return true;
    } catch {
      return false;
    }
  }

  forget(): void {
    this.#storage.removeItem(this.#key);
  }

  /**
   * Takes over the work of this tab, or else the newest of another one that this person has left, from now on as that of
   * this tab. Undefined if there is none.
   */
  take(now: Date): KeptDraft | undefined {
    this.#removeOld(now);
    const { personId, definitionId } = this.#place;
    const found = this.#keys(`${prefix} ${personId} ${definitionId} `)
      .flatMap((key) => {
        const work = this.#read(key);
        return work === undefined ? [] : [{ key, work }];
      })
      .toSorted((a, b) => b.work.keptAt.getTime() - a.work.keptAt.getTime());
    const chosen = found.find(({ key }) => key === this.#key) ?? found[0];
    if (chosen === undefined) return undefined;
    if (chosen.key !== this.#key && this.keep(chosen.work, chosen.work.keptAt)) this.#storage.removeItem(chosen.key);
    return chosen.work;
  }

  get #key(): string {
    const { personId, definitionId, tabId } = this.#place;
    return `${prefix} ${personId} ${definitionId} ${tabId}`;
  }

  #keys(start: string): string[] {
    const keys = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index) ?? '');
    return keys.filter((key) => key.startsWith(start));
  }

  #read(key: string): KeptDraft | undefined {
    try {
      const { document, base, revision, keptAt } = JSON.parse(this.#storage.getItem(key) ?? '') as Partial<
        Record<keyof KeptDraft, unknown>
      >;
      if (document === undefined || typeof keptAt !== 'number') return undefined;
      if (revision !== null && typeof revision !== 'number') return undefined;
      return { document, base, revision, keptAt: new Date(keptAt) };
    } catch {
      return undefined;
    }
  }

  #removeOld(now: Date): void {
    for (const key of this.#keys(`${prefix} `)) {
      const work = this.#read(key);
      if (work === undefined || now.getTime() - work.keptAt.getTime() > longestMs) this.#storage.removeItem(key);
    }
  }
}
