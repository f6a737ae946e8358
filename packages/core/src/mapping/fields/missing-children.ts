import { patchMapping } from '../syntax/patch-mapping.ts';
import { applyEdits } from '../syntax/text-edit.ts';
import type { ConnectInput, ConnectionChoice } from './connection.ts';
import type { FieldEnds } from './field-ends.ts';
import { objectsAround } from './objects-around.ts';
import type { OutlineEntry } from './outline.ts';
import { pairChildren } from './pair-children.ts';
import { isItem, pathWithin } from './source-path.ts';
import { isContainer } from './value-kind.ts';

/** Adds the fields of equal names that an object does not have yet; undefined if there are none. */
export function missingChildren(
  { text, source, target: path }: ConnectInput,
  { source: from, target: to }: FieldEnds,
  entry: OutlineEntry,
): ConnectionChoice | undefined {
  const { object } = entry;
  if (object === undefined || !isContainer(from.itemKind) || !isContainer(to.itemKind)) return undefined;
  const within = [...objectsAround(text, path), object];
  if (from.items !== undefined && !isItem(within, source)) return undefined;
  const written = new Set(object.entries.map(({ name }) => name));
  const { entries } = pairChildren(pathWithin(within, source), from, to, '  '.repeat(path.length));
  const missing = entries.filter(({ name }) => !written.has(name));
  let after = text;
  for (const { name, value } of missing) {
    const result = patchMapping(after, { operation: 'insert', target: [...path, name], expression: value });
    if (!result.isOk) return undefined;
    after = applyEdits(after, result.edits);
  }
  if (missing.length === 0) return undefined;
  const { from: start, to: end } = entry.value;
  const edit = { start, end, text: after.slice(start, end + after.length - text.length) };
  const fields = missing.length === 1 ? 'field' : 'fields';
  return {
    key: 'pair-missing',
    label: `Keep what is there and add ${missing.length} ${fields} of the same name`,
    edits: [edit],
    caret: edit.start + edit.text.length,
  };
}
