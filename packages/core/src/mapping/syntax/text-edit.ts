import type { TextRange } from './syntax-node.ts';

/** Replaces a range of the old text with `text`; an empty range inserts. */
export interface TextEdit extends TextRange {
  readonly text: string;
}

/**
 * Applies edits; all ranges refer to the old text. Insertions at one place keep their order.
 * @throws RangeError if edits overlap, because one of them would spoil what the other one wrote.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let last: TextRange = { start: 0, end: 0 };
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < last.end) {
      throw new RangeError(
        `Two edits overlap: ${last.start} to ${last.end} and ${edit.start} to ${edit.end} of the text.`,
      );
    }
    parts.push(text.slice(last.end, edit.start), edit.text);
    last = edit;
  }
  return parts.join('') + text.slice(last.end);
}
