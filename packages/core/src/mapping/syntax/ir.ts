import type { Signature } from './parse-signature.ts';
import type { TextRange } from './syntax-node.ts';

/**
 * The meaning of a mapping, on which compilers, lineage and type checks work. It is the reference's processed syntax
 * tree (paths flattened, tail calls found, `%` resolved to labels) as a closed union with exact ranges, without the
 * reference's parse-time leftovers. Do not change a node after `lower` has returned it.
 *
 * Order of evaluation of a node outside a path: the kind's own value, then `predicates` from left to right, then
 * `group` (on a path: after its last step), then `keepArray`. Inside a path a step is evaluated per item of its input;
 * then its `stages`; `focus`, `index`, `ancestor` bind variables in the tuple of each item.
 */
export type Ir =
  | LiteralIr
  | NameIr
  | PathIr
  | VariableIr
  | SymbolIr
  | ParentIr
  | RegexIr
  | ArrayIr
  | ObjectIr
  | NegateIr
  | BinaryIr
  | RangeIr
  | BindIr
  | ApplyIr
  | CallIr
  | PartialIr
  | PlaceholderIr
  | LambdaIr
  | ConditionalIr
  | DefaultIr
  | BlockIr
  | TransformIr
  | SortIr
  | MissingIr;

/** Fields that any node can have besides those of its kind. Each is absent unless the text asks for it. */
interface Marks {
  start: number;
  end: number;
  /**
   * `[]` was written: an array of one stays an array, wherever the reference honours that (in paths and their steps).
   */
  keepArray?: true;
  /**
   * Filters on the value as a whole (`(a.b)[0]`, `$x[0]`). A path never has them, because its last step has `stages`.
   */
  predicates?: FilterIr[];
  /** Filters and position variables of a step, in the order in which they apply. */
  stages?: StageIr[];
  /** `{key: value}` after an expression: its items are grouped by key. */
  group?: GroupIr;
  /** `@$name` on a step: binds the item, and passes the step's own input on to the next step. */
  focus?: string;
  /** `#$name` on a step without stages: binds the item's position. */
  index?: string;
  /** The item's input is stored under this label for a `%` further right. */
  ancestor?: AncestorLabel;
  /** The step, block or path works on tuples, because of `@`, `#` or `%`. */
  isTuple?: true;
  /**
   * An array constructor that is the first or last step of a path, or a block that ends in one. It is not flattened.
   */
  isConstructed?: true;
}

export interface FilterIr extends TextRange {
  readonly kind: 'filter';
  readonly predicate: Ir;
}
/** `#$name` after stages: binds the position among the remaining items. */
export interface IndexStageIr extends TextRange {
  readonly kind: 'index';
  readonly name: string;
}
export type StageIr = FilterIr | IndexStageIr;
export interface EntryIr extends TextRange {
  readonly key: Ir;
  readonly value: Ir;
}
export interface GroupIr extends TextRange {
  readonly entries: readonly EntryIr[];
}
/**
 * One object per `%`, shared by the `%` and the step to which it refers. Two `%` that refer to the same step have equal
 * labels.
 */
export interface AncestorLabel {
  label: string;
}

export interface LiteralIr extends Marks {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
}
/** A field name; only as a step of a path. */
export interface NameIr extends Marks {
  readonly kind: 'name';
  readonly name: string;
}
export interface PathIr extends Marks {
  readonly kind: 'path';
  readonly steps: Ir[];
  /** Some step has `[]`, so a result of one stays an array. */
  keepsSingleton?: true;
}
/** `$name`. The name is empty for the context, and `$` for the input. */
export interface VariableIr extends Marks {
  readonly kind: 'variable';
  readonly name: string;
}
export interface SymbolIr extends Marks {
  readonly kind: 'wildcard' | 'descendant';
}
/** `%`. Its value is the input of the step with this `ancestor` label. */
export interface ParentIr extends Marks {
  readonly kind: 'parent';
  readonly slot: AncestorLabel;
}
/** Flags as written; the reference adds `g` to all. */
export interface RegexIr extends Marks {
  readonly kind: 'regex';
  readonly pattern: string;
  readonly flags: string;
}
export interface ArrayIr extends Marks {
  readonly kind: 'array';
  readonly items: readonly Ir[];
}
export interface ObjectIr extends Marks {
  readonly kind: 'object';
  readonly entries: readonly EntryIr[];
}
/** Unary minus. For a number literal it is folded into the number. */
export interface NegateIr extends Marks {
  readonly kind: 'negate';
  readonly operand: Ir;
}
export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '&'
  | 'and'
  | 'or'
  | 'in';
export interface BinaryIr extends Marks {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly operatorRange: TextRange;
  readonly left: Ir;
  readonly right: Ir;
}
/** `from..to`; only as an item of an array constructor. */
export interface RangeIr extends Marks {
  readonly kind: 'range';
  readonly from: Ir;
  readonly to: Ir;
}
/** `$name := value`. */
export interface BindIr extends Marks {
  readonly kind: 'bind';
  readonly target: VariableIr;
  readonly value: Ir;
}
/** `left ~> right`. */
export interface ApplyIr extends Marks {
  readonly kind: 'apply';
  readonly left: Ir;
  readonly right: Ir;
}
export interface CallIr extends Marks {
  readonly kind: 'call';
  readonly callee: Ir;
  readonly args: readonly Ir[];
  /** A call in tail position, which must not use up stack (the reference wraps it in a thunk). */
  isTail?: true;
}
/** `f(a, ?)`. */
export interface PartialIr extends Marks {
  readonly kind: 'partial';
  readonly callee: Ir;
  readonly args: readonly Ir[];
}
/** `?`; only as an argument of a partial application. */
export interface PlaceholderIr extends Marks {
  readonly kind: 'placeholder';
}
export interface LambdaIr extends Marks {
  readonly kind: 'lambda';
  readonly parameters: readonly VariableIr[];
  readonly signature: Signature | undefined;
  readonly body: Ir;
}
export interface ConditionalIr extends Marks {
  readonly kind: 'conditional';
  readonly condition: Ir;
  readonly whenTrue: Ir;
  readonly whenFalse: Ir | undefined;
}
/**
 * `left ?: right` (right unless left is truthy) and `left ?? right` (right unless left exists). The reference evaluates
 * `left` twice, and calls whatever `$exists` is bound to at that place. Here `left` is one node, because copies made
 * the tree of nested defaults grow exponentially.
 */
export interface DefaultIr extends Marks {
  readonly kind: 'default';
  readonly operator: '?:' | '??';
  readonly left: Ir;
  readonly right: Ir;
}
/** `(a; b)`: has a scope of its own, and the value of its last expression. */
export interface BlockIr extends Marks {
  readonly kind: 'block';
  readonly expressions: readonly Ir[];
}
/** `|pattern|update, remove|`: a function. */
export interface TransformIr extends Marks {
  readonly kind: 'transform';
  readonly pattern: Ir;
  readonly update: Ir;
  readonly remove: Ir | undefined;
}
export interface SortTermIr extends TextRange {
  readonly isDescending: boolean;
  readonly expression: Ir;
}
/** `^(terms)`; only as a step of a path. */
export interface SortIr extends Marks {
  readonly kind: 'sort';
  readonly terms: readonly SortTermIr[];
}
/** Stands for a missing or broken part; never in the IR of a text without errors. */
export interface MissingIr extends Marks {
  readonly kind: 'missing';
}
