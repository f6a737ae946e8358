import type { DraftState } from '@throughline/core/db/definitions/definition-error';

export type SaveOutcome =
  | { readonly outcome: 'saved'; readonly revision: number; readonly savedAt: Date }
  | { readonly outcome: 'conflict'; readonly message: string; readonly current: DraftState | null };

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  /**
   * The server could not be reached or refused the save; the next edit or `flush` tries again. `isKept` says whether the
   * document is safe in the browser meanwhile.
   */
  | { readonly kind: 'failed'; readonly error: unknown; readonly isKept: boolean; readonly isRetrying: boolean }
  /** Somebody else saved first. Nothing is saved until it is resolved. */
  | {
      readonly kind: 'conflict';
      readonly message: string;
      readonly theirs: DraftState | null;
      /** A person asked for it ahead of the next save, and may leave it undecided. */
      readonly isAsked?: boolean;
    };

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
  /** Where unsaved work survives until the server has it. */
  readonly kept?: KeptWork<Document>;
}

/** Work that is based on a revision, and not saved yet. */
export interface UnsavedWork<Document> {
  readonly document: Document;
  /** The saved document that it was edited from. */
  readonly base: unknown;
  readonly revision: number | null;
}

export interface KeptWork<Document> {
  /** Returns false if it could not be kept. */
  readonly keep: (work: UnsavedWork<Document>) => boolean;
  readonly forget: () => void;
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
  #base: unknown;
  #savedText: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(options: AutosaverOptions<Document>) {
    this.#options = options;
    this.#document = options.document;
    this.#base = options.document;
    this.#savedText = JSON.stringify(options.document);
    this.#status = { state: { kind: 'saved' }, revision: options.revision, savedAt: options.savedAt };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getStatus = (): AutosaveStatus => this.#status;

  /** The document as it was saved last, from which the one on screen was edited. */
  get base(): unknown {
    return this.#base;
  }

  /** The document as it is on screen now. */
  update(document: Document): void {
    if (document === this.#document) return;
    this.#document = document;
    if (this.#status.state.kind === 'conflict') return;
    if (!this.#isChanged()) {
      clearTimeout(this.#timer);
      if (this.#running === undefined) this.#setSaved();
      return;
    }
    // While the server cannot be reached, that stays the message.
    if (this.#running === undefined && this.#status.state.kind !== 'failed') this.#set({ state: { kind: 'unsaved' } });
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

  /** Keeps unsaved work in the browser, for example because the page is being left. */
  keep(): boolean {
    if (!this.#isChanged()) return true;
    const { revision } = this.#status;
    return this.#options.kept?.keep({ document: this.#document, base: this.#base, revision }) ?? false;
  }

  /** Continues with unsaved work of an earlier visit. The caller puts it on screen. */
  resume({ document, base, revision }: UnsavedWork<Document>): Promise<boolean> {
    this.#document = document;
    this.#base = base;
    this.#savedText = JSON.stringify(base);
    this.#set({ state: { kind: 'unsaved' }, revision });
    return this.flush();
  }

  /** Compares with what somebody else saved, before the next save would run into it. */
  meet(theirs: DraftState): void {
    clearTimeout(this.#timer);
    if (this.#status.state.kind === 'conflict') return;
    this.#set({ state: { kind: 'conflict', message: '', theirs, isAsked: true } });
  }

  /** Leaves it undecided. The next edit is saved as before, and meets the conflict if there is one. */
  leave(): void {
    const { state } = this.#status;
    if (state.kind === 'conflict' && state.isAsked === true) {
      this.#set({ state: { kind: this.#isChanged() ? 'unsaved' : 'saved' } });
    }
  }

  /** Resolves a conflict: this document, which contains their changes, becomes the next revision after theirs. */
  async bringIn(merged: Document): Promise<boolean> {
    const { state } = this.#status;
    if (state.kind !== 'conflict' || state.theirs === null) return true;
    this.#document = merged;
    return this.#saveOnTopOf(state.theirs);
  }

  /** Resolves a conflict: this document becomes the next revision after theirs, which stays in the history. */
  async keepMine(): Promise<boolean> {
    const { state } = this.#status;
    if (state.kind !== 'conflict') return true;
    if (state.theirs !== null) return this.#saveOnTopOf(state.theirs);
    this.#savedText = '';
    this.#set({ state: { kind: 'unsaved' }, revision: null });
    return this.flush();
  }

  #saveOnTopOf({ document, revision }: DraftState): Promise<boolean> {
    this.#base = document;
    // Equal documents are saved too: this state becomes the newest revision.
    this.#savedText = '';
    this.#set({ state: { kind: 'unsaved' }, revision });
    return this.flush();
  }

  /** Resolves a conflict: continues with their document. The caller puts it on screen. */
  takeTheirs(theirs: Document): void {
    const { state } = this.#status;
    if (state.kind !== 'conflict' || state.theirs === null) return;
    this.#document = theirs;
    this.#base = theirs;
    this.#savedText = JSON.stringify(theirs);
    this.#setSaved({ revision: state.theirs.revision, savedAt: state.theirs.savedAt });
  }

  #isChanged(): boolean {
    return JSON.stringify(this.#document) !== this.#savedText;
  }

  async #save(expectedRevision: number | null): Promise<void> {
    const document = this.#document;
    const text = JSON.stringify(document);
    const { state: before } = this.#status;
    this.#set({ state: before.kind === 'failed' ? { ...before, isRetrying: true } : { kind: 'saving' } });
    try {
      const result = await this.#options.save(document, expectedRevision);
      if (result.outcome === 'conflict') {
        this.keep();
        this.#set({ state: { kind: 'conflict', message: result.message, theirs: result.current } });
        return;
      }
      this.#savedText = text;
      this.#base = document;
      const { revision, savedAt } = result;
      if (this.#isChanged()) this.#set({ state: { kind: 'unsaved' }, revision, savedAt });
      else this.#setSaved({ revision, savedAt });
    } catch (error) {
      this.#set({ state: { kind: 'failed', error, isKept: this.keep(), isRetrying: false } });
    }
  }

  #setSaved(changes: Partial<Omit<AutosaveStatus, 'state'>> = {}): void {
    this.#options.kept?.forget();
    this.#set({ state: { kind: 'saved' }, ...changes });
  }

  #set(changes: Partial<AutosaveStatus>): void {
    this.#status = { ...this.#status, ...changes };
    for (const listener of this.#listeners) listener();
  }
}
