import { outlineEntries, type MappingOutline } from '@throughline/core/mapping/fields';
import { fieldIdOf } from '../field-id.ts';
import { flattenFields, type FieldNode } from '../target-fields.ts';

export interface TableField {
  readonly id: string;
  readonly path: readonly string[];
  /** Absent for a field that the target does not have. */
  readonly node: FieldNode | undefined;
}

/**
 * Leaf fields of the target, in the target's order, and any other fields that the text builds. A field that is set as a
 * whole stands for those inside it. A list of objects that nothing builds yet comes before the fields of its items,
 * because it can be given an expression as a whole.
 */
export function tableFields(outline: MappingOutline, fields: readonly FieldNode[]): TableField[] {
  const entries = new Map(outlineEntries(outline.object).map((entry) => [fieldIdOf(entry.path), entry]));
  const isCall = (id: string): boolean => {
    const entry = entries.get(id);
    return entry !== undefined && entry.object === undefined && entry.value.from < entry.value.to;
  };
  const all = flattenFields(fields);
  const isUnbuiltList = ({ id, isList }: FieldNode): boolean => isList && !entries.has(id);
  const nodes = all.filter((node) => node.children.length === 0 || isCall(node.id) || isUnbuiltList(node));
  const called = new Set(nodes.filter(({ id, children }) => children.length > 0 && isCall(id)).map(({ id }) => id));
  const isBelowCall = (path: readonly string[]) =>
    path.some((_, length) => length > 0 && called.has(fieldIdOf(path.slice(0, length))));
  const known = nodes.filter(({ path }) => !isBelowCall(path)).map((node) => ({ id: node.id, path: node.path, node }));
  const listed = new Set(all.map(({ id }) => id));
  const others = [...entries].flatMap(([id, { path, object }]) =>
    listed.has(id) || object !== undefined ? [] : [{ id, path, node: undefined }],
  );
  return [...known, ...others];
}
