import { outlineEntries, type MappingOutline } from '@throughline/core/mapping/fields';
import { fieldIdOf } from '../field-id.ts';
import type { FieldNode } from '../target-fields.ts';
import { tableFields } from './table-fields.ts';

/** Paths of the table's fields that the mapping sets, by id. `covered` are the ids of set fields in the target. */
export function setFields(
  outline: MappingOutline,
  fields: readonly FieldNode[],
  covered: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const entries = outlineEntries(outline.object);
  const written = new Set(entries.filter(({ value }) => value.from < value.to).map(({ path }) => fieldIdOf(path)));
  return new Map(
    tableFields(outline, fields)
      .filter(({ id }) => covered.has(id) || written.has(id))
      .map(({ id, path }) => [id, path]),
  );
}
