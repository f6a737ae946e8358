import type { EditorView } from '@codemirror/view';
import type { TextPatch } from '@throughline/core/mapping/fields';

/** Edits the text as if it had been typed. One undo step reverts it. */
export function applyPatch(editor: EditorView, { edits, caret }: TextPatch): void {
  editor.dispatch({
    changes: edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })),
    selection: { anchor: caret },
    scrollIntoView: true,
    userEvent: 'input',
  });
  editor.focus();
}
