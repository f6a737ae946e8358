import type { BuiltObject, ItemSource } from '../../syntax/object-of.ts';
import type { SyntaxNode } from '../../syntax/syntax-node.ts';

/** What the values in an object that a text builds read. */
export interface Reading {
  /** The list whose item bare names read, from the input; undefined if that is not known. */
  readonly context: readonly string[] | undefined;
  /** The variable that holds the item, if bare names do not read it. */
  readonly item?: { readonly variable: string; readonly list: readonly string[] } | undefined;
}

export const atTop: Reading = { context: [] };

/** What is read inside an object, or undefined if its list is computed. */
export function readingIn({ each }: BuiltObject, around: Reading): Reading | undefined {
  if (each === undefined) return around;
  if (each.list === undefined) return each.variable === undefined ? around : undefined;
  const list = listPath(each, around);
  if (list === undefined) return undefined;
  return each.variable === undefined
    ? { context: list }
    : { context: around.context, item: { variable: each.variable, list } };
}

/** True for a list that is written as one item, `[{ … }]`. */
export const isSingle = ({ each }: BuiltObject): boolean => each !== undefined && each.list === undefined;

function listPath({ list }: ItemSource, { context, item }: Reading): readonly string[] | undefined {
  const path = list && namesOf(list);
  if (path === undefined) return undefined;
  const { root, names } = path;
  if (root === '$') return names;
  if (root !== undefined && root !== '') return root === item?.variable ? [...item.list, ...names] : undefined;
  return context && [...context, ...names];
}

interface NamePath {
  /** The variable with which it starts, without its `$`. */
  readonly root: string | undefined;
  readonly names: readonly string[];
}

/** A path of plain names. Filters and sorting change which items there are, but not from where they come. */
function namesOf(node: SyntaxNode): NamePath | undefined {
  switch (node.kind) {
    case 'name':
      return { root: undefined, names: [node.name] };
    case 'variable':
      return { root: node.name, names: [] };
    case 'filter':
    case 'sort':
    case 'keepArray':
      return namesOf(node.subject);
    case 'binary': {
      const [left, right] = node.operator === '.' ? [namesOf(node.left), namesOf(node.right)] : [];
      if (left === undefined || right === undefined || right.root !== undefined) return undefined;
      return { root: left.root, names: [...left.names, ...right.names] };
    }
    default:
      return undefined;
  }
}
