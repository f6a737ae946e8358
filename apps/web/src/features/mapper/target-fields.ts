import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { fieldsOf, isList, typeName } from '@throughline/core/mapping/schema-fields';
import { fieldIdOf } from './field-id.ts';

/** One row of a field tree. A field of a list's item is below the list, without an index in its path. */
export interface FieldNode {
  /** Unique in the tree; see `fieldIdOf`. */
  readonly id: string;
  readonly path: readonly string[];
  readonly name: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly type: string;
  readonly isList: boolean;
  /** Required in its object; the object itself may be optional. */
  readonly isRequired: boolean;
  /** The text uses it, but its shape does not have it. */
  readonly isUnknown?: boolean;
  /** What is wrong with a field that the text uses although its shape forbids or lost it, in a few words. */
  readonly ghost?: string;
  /** Absent if the shape says nothing about it. */
  readonly schema?: JsonSchema;
  readonly children: readonly FieldNode[];
}

/** Deeper fields are left out, because recursive schemas would never end. */
const maxDepth = 8;

/** The fields of a schema as a tree, in the schema's order. */
export function fieldTree(schema: JsonSchema, path: readonly string[] = [], root = schema): FieldNode[] {
  if (path.length >= maxDepth) return [];
  return fieldsOf(schema, root).map(({ name, schema: field, isRequired }) => {
    const here = [...path, name];
    return {
      id: fieldIdOf(here),
      path: here,
      name,
      title: field.title,
      description: field.description,
      type: typeName(field, root),
      isList: isList(field, root),
      isRequired,
      schema: field,
      children: fieldTree(field, here, root),
    };
  });
}

/** Nodes of a tree, containers before their contents. */
export function flattenFields(nodes: readonly FieldNode[]): FieldNode[] {
  return nodes.flatMap((node) => [node, ...flattenFields(node.children)]);
}

/** Nodes whose name, title or path contains the text, with the containers around them. */
export function searchFields(nodes: readonly FieldNode[], search: string): FieldNode[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return [...nodes];
  return filterFields(
    nodes,
    ({ id, title }) => id.toLowerCase().includes(wanted) || (title?.toLowerCase().includes(wanted) ?? false),
  );
}

/** Nodes that pass the test, with the containers around them. */
export function filterFields(nodes: readonly FieldNode[], test: (node: FieldNode) => boolean): FieldNode[] {
  return nodes.flatMap((node) => {
    const children = filterFields(node.children, test);
    return test(node) || children.length > 0 ? [{ ...node, children }] : [];
  });
}
