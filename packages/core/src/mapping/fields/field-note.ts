import { findTarget } from '../syntax/find-target.ts';
import { noteBefore } from './note-before.ts';
import type { SyntaxTree, TextRange } from '../syntax/syntax-node.ts';
import type { TextEdit } from '../syntax/text-edit.ts';
import { readTree } from './read-tree.ts';

/** The note on a field: the comment directly before it. Undefined if it has none. */
export function noteOf(mapping: string | SyntaxTree, target: readonly string[]): string | undefined {
  const tree = typeof mapping === 'string' ? readTree(mapping) : mapping;
  const { text } = tree;
  const place = placeOf(tree, target);
  const { note } = place ?? {};
  return (
    note &&
    text
      .slice(note.start + 2, note.end - 2)
      .trim()
      .replaceAll(/\s*\n\s*/g, '\n')
  );
}

/** Writes, changes or, with an empty text, removes the note on a field; undefined if the text does not have the field. */
export function editNote(
  mapping: string | SyntaxTree,
  target: readonly string[],
  note: string,
): readonly TextEdit[] | undefined {
  const tree = typeof mapping === 'string' ? readTree(mapping) : mapping;
  const { text } = tree;
  const place = placeOf(tree, target);
  if (place === undefined) return undefined;
  const wanted = note.trim();
  if (wanted === '') return place.note === undefined ? [] : [{ start: place.note.start, end: place.start, text: '' }];
  const comment = `/* ${wanted.replaceAll('*/', '* /')} */`;
  if (place.note !== undefined) return [{ ...rangeOf(place.note), text: comment }];
  const line = text.slice(text.lastIndexOf('\n', place.start - 1) + 1, place.start);
  return [{ start: place.start, end: place.start, text: line.trim() === '' ? `${comment}\n${line}` : `${comment} ` }];
}

const rangeOf = ({ start, end }: TextRange): TextRange => ({ start, end });

interface NotePlace {
  /** Where the field begins. */
  readonly start: number;
  readonly note: TextRange | undefined;
}

function placeOf(tree: SyntaxTree, target: readonly string[]): NotePlace | undefined {
  const [entry, ...more] = findTarget(tree.root, target).entries;
  if (entry === undefined || more.length > 0) return undefined;
  return { start: entry.start, note: noteBefore(tree, entry.start) };
}
