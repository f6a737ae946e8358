import { childrenOf } from './children-of.ts';
import { ErrorList } from './error-list.ts';
import type { Ir } from './ir.ts';
import { lower } from './lower.ts';
import { parseTree } from './parse-tree.ts';
import type { MappingSyntaxError } from './syntax-error.ts';
import type { SyntaxTree } from './syntax-node.ts';

export interface ParsedMapping {
  /** Always there, whatever the text is; holds the text and all its tokens. */
  readonly tree: SyntaxTree;
  /** In the order in which they were found: the first is the one for which the reference refuses the text. */
  readonly errors: readonly MappingSyntaxError[];
  /** The meaning; absent if there are errors. */
  readonly ir?: Ir;
}

/** Trees deeper than this (long chains of operators included) are not lowered, so that no recursion runs out of stack. */
const maxHeight = 2000;

/** Reads a JSONata mapping. Never throws; time and memory grow with the text's length. */
export function parseMapping(text: string): ParsedMapping {
  const errors = new ErrorList();
  const tree = parseTree(text, errors);
  if (isTooDeep(tree, errors)) return { tree, errors: errors.errors };
  const ir = lower(tree.root, errors);
  for (const node of tree.rest) lower(node, errors);
  return errors.errors.length === 0 ? { tree, errors: [], ir } : { tree, errors: errors.errors };
}

function isTooDeep({ root, rest }: SyntaxTree, errors: ErrorList): boolean {
  let level = [root, ...rest];
  for (let height = 0; level.length > 0; height += 1) {
    const [first] = level;
    if (height > maxHeight && first !== undefined) {
      errors.report('TOO_DEEP', first.start, first.end);
      return true;
    }
    level = level.flatMap(childrenOf);
  }
  return false;
}
