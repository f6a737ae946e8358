import type { RegexLiteral, Token } from './token.ts';

/** Zero-based UTF-16 offsets; `end` is exclusive. A node extends from its first token to its last, without trivia. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

type Node<Kind extends string, Fields = unknown> = TextRange & { readonly kind: Kind } & Readonly<Fields>;

/** Stands for a missing operand; its range is empty. */
export type MissingSyntax = Node<'missing'>;
export type NameSyntax = Node<'name', { name: string }>;
export type VariableSyntax = Node<'variable', { name: string }>;
export type LiteralSyntax = Node<'literal', { value: string | number | boolean | null }>;
export type RegexSyntax = Node<'regex', { value: RegexLiteral }>;
/** `*`, `**`, `%`, and the `?` of a partial application. */
export type SymbolSyntax = Node<'wildcard' | 'descendant' | 'parent' | 'placeholder'>;
export type NegateSyntax = Node<'negate', { operand: SyntaxNode }>;
/** Every infix operator with two plain operands, including `.`, `..`, `:=`, `~>`, `?:`, `??`, `@` and `#`. */
export type BinarySyntax = Node<
  'binary',
  { operator: string; operatorRange: TextRange; left: SyntaxNode; right: SyntaxNode }
>;
export type ConditionalSyntax = Node<
  'conditional',
  { condition: SyntaxNode; whenTrue: SyntaxNode; whenFalse: SyntaxNode | undefined }
>;
/** `subject[predicate]`; `bracket` is the offset of the opening bracket. */
export type FilterSyntax = Node<'filter', { subject: SyntaxNode; predicate: SyntaxNode; bracket: number }>;
/** `subject[]`; `marked` is the node that it marks: the innermost of the filtered expressions, `a` in `a[0][1][]`. */
export type KeepArraySyntax = Node<'keepArray', { subject: SyntaxNode; marked: SyntaxNode }>;
export type EntrySyntax = Node<'entry', { key: SyntaxNode; value: SyntaxNode }>;
/** `subject{key: value}`; `brace` is the offset of the opening brace. */
export type GroupSyntax = Node<'group', { subject: SyntaxNode; entries: readonly EntrySyntax[]; brace: number }>;
export type SortTermSyntax = Node<'sortTerm', { isDescending: boolean; expression: SyntaxNode }>;
/** `subject^(terms)`; `caret` is the offset of `^`. */
export type SortSyntax = Node<'sort', { subject: SyntaxNode; terms: readonly SortTermSyntax[]; caret: number }>;
/** A call, or a partial application if one of its arguments is a placeholder. */
export type CallSyntax = Node<'call', { callee: SyntaxNode; args: readonly SyntaxNode[] }>;
/** `definition` is the signature as the reference sees it: the values of its tokens, without white space. */
export type SignatureSyntax = Node<'signature', { definition: string }>;
export type LambdaSyntax = Node<
  'lambda',
  { parameters: readonly SyntaxNode[]; signature: SignatureSyntax | undefined; body: SyntaxNode }
>;
export type BlockSyntax = Node<'block', { expressions: readonly SyntaxNode[] }>;
export type ArraySyntax = Node<'array', { items: readonly SyntaxNode[] }>;
export type ObjectSyntax = Node<'object', { entries: readonly EntrySyntax[] }>;
export type TransformSyntax = Node<
  'transform',
  { pattern: SyntaxNode; update: SyntaxNode; remove: SyntaxNode | undefined }
>;

export type SyntaxNode =
  | MissingSyntax
  | NameSyntax
  | VariableSyntax
  | LiteralSyntax
  | RegexSyntax
  | SymbolSyntax
  | NegateSyntax
  | BinarySyntax
  | ConditionalSyntax
  | FilterSyntax
  | KeepArraySyntax
  | GroupSyntax
  | SortSyntax
  | CallSyntax
  | LambdaSyntax
  | BlockSyntax
  | ArraySyntax
  | ObjectSyntax
  | TransformSyntax;

/**
 * A text's concrete syntax tree. Its tokens, including trivia, concatenate to the text. Tokens that no node could use
 * (only in a text with errors) appear in `tokens` and inside the range of the surrounding node, and nowhere else.
 */
export interface SyntaxTree {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly root: SyntaxNode;
  /** The expressions after the first complete one; empty unless the text has errors. */
  readonly rest: readonly SyntaxNode[];
}
