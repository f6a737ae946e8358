import type { JsonSchema } from '@throughline/core/connector/json-schema';
import {
  noteOf,
  objectsAround,
  outlineEntries,
  readField,
  readTree,
  sentenceOf,
  type MappingOutline,
} from '@throughline/core/mapping/fields';
import { nameOfField } from '../field-editor/name-of-field.ts';
import { fieldIdOf } from '../field-id.ts';
import type { LinkIndex } from '../link-index.ts';
import { flattenFields, type FieldNode } from '../target-fields.ts';

/** A target field with everything that the text says about it. */
export interface TableRow {
  readonly id: string;
  readonly path: readonly string[];
  /** Absent for a field that the target does not have. */
  readonly node: FieldNode | undefined;
  readonly expression: string;
  readonly span: { readonly from: number; readonly to: number } | undefined;
  /** How the field gets its value, as a plain sentence; empty if it is not set. */
  readonly sentence: string;
  /** Readable paths of what has a part in its value. */
  readonly sources: readonly string[];
  readonly note: string;
}

interface RowsInput {
  readonly text: string;
  readonly outline: MappingOutline;
  readonly fields: readonly FieldNode[];
  readonly links: Pick<LinkIndex, 'sourcesOf'>;
  /** Shape of the source, for the names of fields in sentences. */
  readonly source: JsonSchema;
}

/** Leaf fields of the target, in the target's order, and any other fields that the text builds. */
export function tableRows({ text, outline, fields, links, source }: RowsInput): TableRow[] {
  const entries = new Map(outlineEntries(outline.object).map((entry) => [fieldIdOf(entry.path), entry]));
  const tree = readTree(text);
  const rowOf = (id: string, path: readonly string[], node: FieldNode | undefined): TableRow => {
    const entry = entries.get(id);
    const form = entry === undefined ? undefined : readField(tree, path);
    // Most rows of a large target are not set, and need nothing of this.
    const around = form === undefined ? [] : objectsAround(outline, path);
    return {
      id,
      path,
      node,
      expression: entry === undefined ? '' : text.slice(entry.value.from, entry.value.to),
      span: entry?.value,
      sentence: form === undefined ? '' : sentenceOf(form, (read) => nameOfField(around, source, read)),
      sources: [...new Set(links.sourcesOf(id).map(({ label }) => label))],
      note: entry === undefined ? '' : (noteOf(tree, path) ?? ''),
    };
  };
  const isCall = (id: string): boolean => {
    const entry = entries.get(id);
    return entry !== undefined && entry.object === undefined && entry.value.from < entry.value.to;
  };
  const nodes = flattenFields(fields).filter(({ id, children }) => children.length === 0 || isCall(id));
  const called = new Set(nodes.filter(({ id, children }) => children.length > 0 && isCall(id)).map(({ id }) => id));
  const isBelowCall = (path: readonly string[]) =>
    path.some((_, length) => length > 0 && called.has(fieldIdOf(path.slice(0, length))));
  const known = nodes.filter(({ path }) => !isBelowCall(path)).map((node) => rowOf(node.id, node.path, node));
  const listed = new Set(flattenFields(fields).map(({ id }) => id));
  const others = [...entries].flatMap(([id, { path, object }]) =>
    listed.has(id) || object !== undefined ? [] : [rowOf(id, path, undefined)],
  );
  return [...known, ...others];
}
