/** `@throughline/core/mapping/syntax`: the exact syntax tree of a text, and edits that keep everything else. */
export { childrenOf } from './children-of.ts';
export { ErrorList } from './error-list.ts';
export { keyOf } from './find-target.ts';
export { type BoundNode, type ItemSource, objectOf } from './object-of.ts';
export { parseMapping } from './parse-mapping.ts';
export { parseTree } from './parse-tree.ts';
export { patchMapping } from './patch-mapping.ts';
export type {
  BinarySyntax,
  CallSyntax,
  EntrySyntax,
  LambdaSyntax,
  SyntaxNode,
  SyntaxTree,
  TextRange,
} from './syntax-node.ts';
export { type TextEdit, applyEdits } from './text-edit.ts';
export { type Token, isTrivia } from './token.ts';
