import type { RefObject } from 'react';
import { EditorView } from '@codemirror/view';
import { outlineEntries, readOutline, samePath } from '@throughline/core/mapping/fields';

type View = RefObject<EditorView | null>;

/** Where the text writes a target field. */
export function fieldSpan(text: string, path: readonly string[]) {
  const found = outlineEntries(readOutline(text).object).find((entry) => samePath(entry.path, path));
  return found?.value;
}

/** Selects a part of the text and scrolls to it, once the editor has followed the document. */
export function showInText(view: View, from: number, to: number): void {
  requestAnimationFrame(() => select(view.current, from, to));
}

/** The same, with the focus. */
export function focusText(view: View, from: number, to: number): void {
  requestAnimationFrame(() => {
    select(view.current, from, to);
    view.current?.focus();
  });
}

function select(editor: EditorView | null, from: number, to: number): void {
  if (editor === null) return;
  const { length } = editor.state.doc;
  const selection = { anchor: Math.min(from, length), head: Math.min(to, length) };
  editor.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: 'center' }) });
}
