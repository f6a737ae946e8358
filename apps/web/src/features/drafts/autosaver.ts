import type { DraftState } from '@throughline/core/db/definitions/definition-error';

export type SaveOutcome =
  | { readonly outcome: 'saved'; readonly revision: number; readonly savedAt: Date }
  | { readonly outcome: 'conflict'; readonly message: string; readonly current: DraftState | null };

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  /** The server could not be reached or refused the save; the next edit or `flush` tries again. */
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Somebody else saved first. Nothing is saved until it is resolved. */
  | { readonly kind: 'conflict'; readonly message: string; readonly theirs: DraftState | null };

export interface AutosaveStatus {
  readonly state: SaveState;
  /** Null while there is no draft. */
  readonly revision: number | null;
  readonly savedAt: Date | null;
}

interface AutosaverOptions<Document> {
  readonly document: Document;
  readonly revision: number | null;
  readonly savedAt: Date | null;
  readonly delayMs?: number;
  readonly save: (document: Document, expectedRevision: number | null) => Promise<SaveOutcome>;
}

/** Long enough that continuous typing is one save, and short enough that little can be lost. */
const defaultDelayMs = 700;

/**
 * Saves a document while it is edited. There is one save at a time, each based on the revision of the previous one, so
 * a lost update is impossible. A conflict stops saving until a person has decided.
 */
export class Autosaver<Document> {
  readonly #options: AutosaverOptions<Document>;
  readonly #listeners = new Set<() => void>();
  #status: AutosaveStatus;
  #document: Document;
  #savedText: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(options: AutosaverOptions<Document>) {
    this.#options = options;
    this.#document = options.document;
    this.#savedText = JSON.stringify(options.document);
    this.#status = { state: { kind: 'saved' }, revision: options.revision, savedAt: options.savedAt };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getStatus = (): AutosaveStatus => this.#status;

  /** The document as it is on screen now. */
  update(document: Document): void {
    if (document === this.#document) return;
    this.#document = document;
    if (this.#status.state.kind === 'conflict') return;
    if (!this.#isChanged()) {
      clearTimeout(this.#timer);
      if (this.#running === undefined) this.#set({ state: { kind: 'saved' } });
      return;
    }
    if (this.#running === undefined) this.#set({ state: { kind: 'unsaved' } });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#options.delayMs ?? defaultDelayMs);
  }

  /** Saves unsaved changes at once. Returns true if everything is saved afterwards. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#isChanged() && this.#status.state.kind !== 'conflict') {
      this.#running ??= this.#save(this.#status.revision).finally(() => {
        this.#running = undefined;
      });
      await this.#running;
      if (this.#status.state.kind === 'failed') return false;
    }
    return this.#status.state.kind !== 'conflict';
  }

  /** Resolves a conflict: this document becomes the next revision after theirs, which stays in the history. */
  async keepMine(): Promise<boolean> {
    const { state } = this.#status;
    if (state.kind !== 'conflict') return true;
    this.#set({ state: { kind: 'unsaved' }, revision: state.theirs?.revision ?? null });
    this.#savedText = '';
    return this.flush();
  }

  /** Resolves a conflict: continues with their document. The caller puts it on screen. */
  takeTheirs(theirs: Document): void {
    const { state } = this.#status;
    if (state.kind !== 'conflict' || state.theirs === null) return;
    this.#document = theirs;
    this.#savedText = JSON.stringify(theirs);
    this.#set({ state: { kind: 'saved' }, revision: state.theirs.revision, savedAt: state.theirs.savedAt });
  }

  #isChanged(): boolean {
    return JSON.stringify(this.#document) !== this.#savedText;
  }

  async #save(expectedRevision: number | null): Promise<void> {
    const text = JSON.stringify(this.#document);
    this.#set({ state: { kind: 'saving' } });
    try {
      const result = await this.#options.save(this.#document, expectedRevision);
      if (result.outcome === 'conflict') {
        this.#set({ state: { kind: 'conflict', message: result.message, theirs: result.current } });
        return;
      }
      this.#savedText = text;
      const state: SaveState = { kind: this.#isChanged() ? 'unsaved' : 'saved' };
      this.#set({ state, revision: result.revision, savedAt: result.savedAt });
    } catch (error) {
      this.#set({ state: { kind: 'failed', error } });
    }
  }

  #set(changes: Partial<AutosaveStatus>): void {
    this.#status = { ...this.#status, ...changes };
    for (const listener of this.#listeners) listener();
  }
}
