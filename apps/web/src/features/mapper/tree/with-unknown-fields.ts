import { idsUpTo } from '../field-id.ts';
import type { FieldNode } from '../target-fields.ts';

/**
 * Adds rows for fields that the text uses although the shape does not have them, so that their lines have an end. In a
 * shape that says nothing about its fields, they are as good as any.
 */
export function withUnknownFields(
  nodes: readonly FieldNode[],
  ids: Iterable<string>,
  isOpenShape = false,
): readonly FieldNode[] {
  let all = nodes;
  for (const id of ids) all = added(all, idsUpTo(id), [], isOpenShape);
  return all;
}

function added(
  nodes: readonly FieldNode[],
  [id, ...inner]: readonly string[],
  around: readonly string[],
  isOpenShape: boolean,
): readonly FieldNode[] {
  if (id === undefined) return nodes;
  const known = nodes.find((node) => node.id === id);
  const node = known ?? unknownField(id, around, isOpenShape);
  const children = added(node.children, inner, node.path, isOpenShape);
  if (known !== undefined && children === known.children) return nodes;
  const next = { ...node, children };
  return known === undefined ? [...nodes, next] : nodes.map((each) => (each === known ? next : each));
}

function unknownField(id: string, around: readonly string[], isOpenShape: boolean): FieldNode {
  const name = (/(?:[^\\.]|\\[\\.])*$/.exec(id)?.[0] ?? id).replaceAll(/\\([\\.])/g, '$1');
  return {
    id,
    path: [...around, name],
    name,
    title: undefined,
    description: undefined,
    type: isOpenShape ? 'any' : 'unknown',
    isList: false,
    isRequired: false,
    ...(isOpenShape ? {} : { isUnknown: true }),
    children: [],
  };
}
