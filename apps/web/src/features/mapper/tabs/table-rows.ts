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
import type { FieldNode } from '../target-fields.ts';
import { tableFields } from './table-fields.ts';

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

/** A row for each of `tableFields`. */
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
  return tableFields(outline, fields).map(({ id, path, node }) => rowOf(id, path, node));
}
