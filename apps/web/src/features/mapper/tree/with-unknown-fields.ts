import { idsUpTo } from '../field-id.ts';
import { flattenFields, type FieldNode } from '../target-fields.ts';

interface UnknownOptions {
  readonly isOpenShape?: boolean;
  /** What is wrong with a field, by its id. */
  readonly ghosts?: ReadonlyMap<string, string>;
}

const noGhosts: ReadonlyMap<string, string> = new Map();

/**
 * Adds rows for fields that the text uses although the shape does not have them, so that their lines have an end. In a
 * shape that says nothing about its fields, they are as good as any.
 */
export function withUnknownFields(
  nodes: readonly FieldNode[],
  ids: Iterable<string>,
  { isOpenShape = false, ghosts = noGhosts }: UnknownOptions = {},
): readonly FieldNode[] {
  const known = new Set(flattenFields(nodes).map(({ id }) => id));
  /** Unknown fields by the id of the container around them. */
  const unknown = new Map<string, FieldNode[]>();
  for (const id of ids) {
    if (known.has(id)) continue;
    idsUpTo(id).forEach((each, index, all) => {
      if (known.has(each)) return;
      known.add(each);
      const around = all[index - 1] ?? '';
      const siblings = unknown.get(around);
      if (siblings === undefined) unknown.set(around, [unknownField(each, isOpenShape, ghosts)]);
      else siblings.push(unknownField(each, isOpenShape, ghosts));
    });
  }
  return unknown.size === 0 ? nodes : completed(nodes, '', unknown);
}

function completed(
  nodes: readonly FieldNode[],
  around: string,
  unknown: ReadonlyMap<string, readonly FieldNode[]>,
): FieldNode[] {
  return [...nodes, ...(unknown.get(around) ?? [])].map((node) => ({
    ...node,
    children: completed(node.children, node.id, unknown),
  }));
}

function unknownField(id: string, isOpenShape: boolean, ghosts: ReadonlyMap<string, string>): FieldNode {
  const ghost = ghosts.get(id);
  const path = idsUpTo(id).map((each, index, all) => nameAfter(each, all[index - 1]));
  return {
    id,
    path,
    name: path.at(-1) ?? id,
    title: undefined,
    description: undefined,
    type: isOpenShape ? 'any' : 'unknown',
    isList: false,
    isRequired: false,
    ...(isOpenShape ? {} : { isUnknown: true }),
    ...(ghost === undefined ? {} : { ghost }),
    children: [],
  };
}

/** The last name of an id; `around` is the id of the container. */
const nameAfter = (id: string, around: string | undefined): string =>
  id.slice(around === undefined ? 0 : around.length + 1).replaceAll(/\\([\\.])/g, '$1');
