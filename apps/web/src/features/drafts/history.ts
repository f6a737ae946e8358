/** A document with its earlier and undone states. There is no limit within a session. */
export interface History<Document> {
  readonly past: readonly Document[];
  readonly present: Document;
  readonly future: readonly Document[];
  /** What the last edit was about. The next edit with the same key joins it, so that typing is undone as a whole. */
  readonly lastEdit?: string | undefined;
}

export const startHistory = <Document>(present: Document): History<Document> => ({ past: [], present, future: [] });

/**
 * Records an edit. `about` names the field that is being typed in. Edits with a new name, or without one, are separate
 * undo steps.
 */
export function recordEdit<Document>(history: History<Document>, next: Document, about?: string): History<Document> {
  if (next === history.present) return history;
  const isContinued = about !== undefined && about === history.lastEdit;
  return {
    past: isContinued ? history.past : [...history.past, history.present],
    present: next,
    future: [],
    lastEdit: about,
  };
}

export function undo<Document>(history: History<Document>): History<Document> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

export function redo<Document>(history: History<Document>): History<Document> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}
