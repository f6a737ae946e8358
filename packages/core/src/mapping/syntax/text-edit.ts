import type { TextRange } from './syntax-node.ts';

/** Replaces a range of the old text with `text`; an empty range inserts. */
export interface TextEdit extends TextRange {
  readonly text: string;
}

/** Applies edits that do not overlap; all ranges refer to the old text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
  }
  return parts.join('') + text.slice(done);
}
