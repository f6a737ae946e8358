import { ErrorList } from '../syntax/error-list.ts';
import { parseTree } from '../syntax/parse-tree.ts';
import type { SyntaxTree } from '../syntax/syntax-node.ts';

const maxTrees = 8;
const trees = new Map<string, SyntaxTree>();

/**
 * The syntax tree of a text, with or without errors. Recent trees are cached, because several parts of a page ask for
 * the same one.
 */
export function readTree(text: string): SyntaxTree {
  const known = trees.get(text);
  if (known !== undefined) return known;
  const tree = parseTree(text, new ErrorList());
  const oldest = trees.keys().next();
  if (trees.size >= maxTrees && oldest.done !== true) trees.delete(oldest.value);
  trees.set(text, tree);
  return tree;
}
