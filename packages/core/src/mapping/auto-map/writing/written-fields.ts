import { keyOf } from '../../syntax/find-target.ts';
import { objectOf, type BoundNode } from '../../syntax/object-of.ts';
import { parseMapping } from '../../syntax/parse-mapping.ts';
import { atTop, isSingle, readingIn, type Reading } from './source-of-list.ts';

/** What a mapping's text already sets. */
export interface WrittenFields {
  /** False if the text builds its result in another way than as an object, so that no field can be added to it. */
  readonly hasPlace: boolean;
  /** Fields with an expression. What is inside them is set too. */
  readonly taken: readonly (readonly string[])[];
  /** Lists that are built from a list of the source, to which fields can be added. */
  readonly lists: readonly BuiltList[];
}

export interface BuiltList {
  readonly target: readonly string[];
  /** Undefined for a list of one item. */
  readonly source: readonly string[] | undefined;
}

/** Reads from a text which target fields it sets. */
export function writtenFields(text: string): WrittenFields {
  if (text.trim() === '') return { hasPlace: true, taken: [], lists: [] };
  const found = { taken: [] as (readonly string[])[], lists: [] as BuiltList[] };
  const hasPlace = visit({ node: parseMapping(text).tree.root, bindings: undefined }, [], atTop, found);
  return { hasPlace, ...found };
}

interface Found {
  readonly taken: (readonly string[])[];
  readonly lists: BuiltList[];
}

/** False if the expression builds no object to which fields can be added. */
function visit(expression: BoundNode, path: readonly string[], around: Reading, found: Found): boolean {
  const built = objectOf(expression);
  if (built === undefined || built.isGroup) return false;
  const reading = readingIn(built, around);
  if (reading === undefined || (path.length === 0 && built.each !== undefined)) return false;
  if (built.each !== undefined) {
    const source = isSingle(built) ? undefined : (reading.item?.list ?? reading.context);
    found.lists.push({ target: path, source });
  }
  for (const entry of built.container.entries) {
    const name = keyOf(entry);
    if (name === undefined || entry.value.kind === 'missing') continue;
    const here = [...path, name];
    if (!visit({ node: entry.value, bindings: built.bindings }, here, reading, found)) found.taken.push(here);
  }
  return true;
}
