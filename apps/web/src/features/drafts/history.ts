/** A document with its earlier and undone states. There is no limit within a session. */
export interface History<Document> {
  readonly past: readonly Document[];
  readonly present: Document;
  readonly future: readonly Document[];
  /** What the last edit was about. The next edit with the same key joins it, so that typing is undone as a whole. */
  readonly lastEdit?: string | undefined;
  /** What the edit after each past state did, such as `delete of 3 steps`; empty where nobody said it. */
  readonly done: readonly string[];
  /** What the edit before each future state did. */
  readonly undone: readonly string[];
}

export const startHistory = <Document>(present: Document): History<Document> => ({
  past: [],
  present,
  future: [],
  done: [],
  undone: [],
});

/**
 * Records an edit. `about` names the field that is being typed in. Edits with a new name, or without one, are separate
 * undo steps. `name` says to a person what the edit did.
 */
export function recordEdit<Document>(
  history: History<Document>,
  next: Document,
  about?: string,
  name = '',
): History<Document> {
  if (next === history.present) return history;
  const isContinued = about !== undefined && about === history.lastEdit;
  return {
    past: isContinued ? history.past : [...history.past, history.present],
    present: next,
    future: [],
    lastEdit: about,
    done: isContinued ? history.done : [...history.done, name],
    undone: [],
  };
}

export function undo<Document>(history: History<Document>): History<Document> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    done: history.done.slice(0, -1),
    undone: [history.done.at(-1) ?? '', ...history.undone],
  };
}

export function redo<Document>(history: History<Document>): History<Document> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return {
    past: [...history.past, history.present],
    present: next,
    future,
    done: [...history.done, history.undone[0] ?? ''],
    undone: history.undone.slice(1),
  };
}
