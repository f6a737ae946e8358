import { findTarget } from '../syntax/find-target.ts';
import { patchMapping } from '../syntax/patch-mapping.ts';
import { removeEntry } from '../syntax/remove-entry.ts';
import type { TextEdit } from '../syntax/text-edit.ts';
import { noteBefore } from './note-before.ts';
import { readTree } from './read-tree.ts';

/** Edits of the text, or why a field cannot be removed. */
export type FieldRemoval = { readonly edits: readonly TextEdit[] } | { readonly reason: string };

/** Removes a field with its note, which would otherwise become the note on the next field. Other comments stay. */
export function removeField(text: string, target: readonly string[]): FieldRemoval {
  const tree = readTree(text);
  const { container, entries } = findTarget(tree.root, target);
  const [entry, ...more] = entries;
  if (container === undefined || entry === undefined || more.length > 0) {
    const result = patchMapping(text, { operation: 'remove', target });
    return result.isOk ? result : { reason: result.message };
  }
  const index = container.entries.indexOf(entry);
  const start = noteBefore(tree, entry.start)?.start ?? entry.start;
  const withNote = container.entries.with(index, { ...entry, start });
  return { edits: removeEntry(tree, { ...container, entries: withNote }, index) };
}
