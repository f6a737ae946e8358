import type { RefObject } from 'react';
import type { EditorView } from '@codemirror/view';
import { outlineEntries, readOutline, samePath } from '@throughline/core/mapping/fields';

type View = RefObject<EditorView | null>;

/** Where the text writes a target field. */
export function fieldSpan(text: string, path: readonly string[]) {
  const found = outlineEntries(readOutline(text).object).find((entry) => samePath(entry.path, path));
  return found?.value;
}

/** Selects a part of the text and scrolls to it, once the editor has followed the document. */
export function showInText(view: View, from: number, to: number): void {
  requestAnimationFrame(() => void select(view.current, from, to));
}

/** The same, with the focus. */
export function focusText(view: View, from: number, to: number): void {
  requestAnimationFrame(() => {
    void select(view.current, from, to);
    view.current?.focus();
  });
}

async function select(editor: EditorView | null, from: number, to: number): Promise<void> {
  if (editor === null) return;
  // The page is loaded without it, and whoever has an editor has it as well.
  const { EditorView: View } = await import('@codemirror/view');
  const { length } = editor.state.doc;
  const selection = { anchor: Math.min(from, length), head: Math.min(to, length) };
  editor.dispatch({ selection, effects: View.scrollIntoView(selection.anchor, { y: 'center' }) });
}
