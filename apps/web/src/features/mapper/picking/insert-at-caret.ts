import type { EditorView } from '@codemirror/view';
import {
  insertAt,
  objectAt,
  outlineEntries,
  pathWithin,
  readOutline,
  type OutlineObject,
} from '@throughline/core/mapping/fields';

/** Puts the path of a source field where the caret is, as if it had been typed. */
export function insertAtCaret(editor: EditorView, path: readonly string[]): void {
  const text = editor.state.doc.toString();
  const { from, to } = editor.state.selection.main;
  const around = objectAt(readOutline(text), from);
  const { edits, caret } = insertAt(text, from, to, pathWithin(objectsTo(text, around), path));
  editor.dispatch({
    changes: edits.map((edit) => ({ from: edit.start, to: edit.end, insert: edit.text })),
    selection: { anchor: caret },
    scrollIntoView: true,
    userEvent: 'input',
  });
  editor.focus();
}

/** Objects from the outermost to this one, as nested in the result. */
function objectsTo(text: string, inner: OutlineObject | undefined): OutlineObject[] {
  const { object } = readOutline(text);
  if (object === undefined || inner === undefined) return [];
  const around = outlineEntries(object).flatMap((entry) => (entry.object === undefined ? [] : [entry.object]));
  return [object, ...around].filter(({ path }) => path.every((name, index) => inner.path[index] === name));
}
