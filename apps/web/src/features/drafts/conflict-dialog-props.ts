import type { Autosave } from './use-autosave.ts';

export interface ConflictDialogProps<Document> {
  readonly autosave: Autosave<Document>;
  readonly mine: Document;
  /** Reads a document; undefined if it cannot be shown. */
  readonly read: (document: unknown) => Document | undefined;
  /** Puts another document on screen. */
  readonly onReplace: (document: Document) => void;
}
