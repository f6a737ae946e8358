import { ErrorList } from './error-list.ts';
import type { Ir } from './ir.ts';
import { lower } from './lower.ts';
import { parseTree } from './parse-tree.ts';
import type { MappingSyntaxError } from './syntax-error.ts';
import type { SyntaxTree } from './syntax-node.ts';

export interface ParsedMapping {
  /** Always present, whatever the text is. Holds the text and all its tokens. */
  readonly tree: SyntaxTree;
  /** In the order in which they were found. The first is the one for which the reference refuses the text. */
  readonly errors: readonly MappingSyntaxError[];
  /** The meaning; absent if there are errors. */
  readonly ir?: Ir;
}

/** Parses a JSONata mapping. Never throws; time and memory grow with the text's length. */
export function parseMapping(text: string): ParsedMapping {
  const errors = new ErrorList();
  const tree = parseTree(text, errors);
  const ir = lower(tree.root, errors);
  for (const node of tree.rest) lower(node, errors);
  return errors.errors.length === 0 ? { tree, errors: [], ir } : { tree, errors: errors.errors };
}
