import type { EntrySyntax, SyntaxNode, TextRange } from './syntax-node.ts';

/** The object constructor, or grouping, that builds an object; `brace` is the offset of its brace. */
export interface Container extends TextRange {
  readonly brace: number;
  readonly entries: readonly EntrySyntax[];
}

/** An expression and the meaning of its variables. */
export interface BoundNode {
  readonly node: SyntaxNode;
  readonly bindings: Bindings | undefined;
}

/** Variables assigned in the blocks around an expression, last one first. */
export interface Bindings extends BoundNode {
  readonly name: string;
}

export interface BuiltObject {
  readonly container: Container;
  /** True for `subject{ … }`, whose keys are computed per item. */
  readonly isGroup: boolean;
  /** The bindings that its entries' values see. */
  readonly bindings: Bindings | undefined;
  /** Present when it is built once per item of a list. */
  readonly each?: ItemSource | undefined;
}

export interface ItemSource {
  /** Absent when it cannot be determined, as in `[{ … }]`. */
  readonly list?: SyntaxNode | undefined;
  /** In `$map`, the variable that holds the item. Otherwise bare names read the item. */
  readonly variable?: string | undefined;
}

/**
 * The object constructor from which an expression's value, or each of its items, comes, if there is exactly one. The
 * search goes through blocks, arrays of one, paths, `$map`, `$compact`, conditions (their first branch) and variables.
 */
export function objectOf({ node: written, bindings }: BoundNode): BuiltObject | undefined {
  const node = unfiltered(written);
  const { start, end } = node;
  switch (node.kind) {
    case 'object':
      return { container: { start, end, brace: start, entries: node.entries }, isGroup: false, bindings };
    case 'group':
      return {
        container: { start: node.brace, end, brace: node.brace, entries: node.entries },
        isGroup: true,
        bindings,
      };
    case 'block':
      return objectOf(resultOfBlock(node.expressions, bindings));
    case 'array':
      return node.items.length === 1 && node.items[0] !== undefined
        ? perItem(objectOf({ node: node.items[0], bindings }), {})
        : undefined;
    case 'conditional':
      return (
        objectOf({ node: node.whenTrue, bindings }) ?? (node.whenFalse && objectOf({ node: node.whenFalse, bindings }))
      );
    case 'variable': {
      const bound = lookUp(node.name, bindings);
      return bound && objectOf(bound);
    }
    case 'binary':
      if (node.operator === ':=') return objectOf({ node: node.right, bindings });
      return node.operator === '.' ? perItem(objectOf({ node: node.right, bindings }), { list: node.left }) : undefined;
    case 'call':
      return inCall(node, bindings);
    default:
      return undefined;
  }
}

/** A loop, because any number of these can follow each other. */
function unfiltered(node: SyntaxNode): SyntaxNode {
  let inner = node;
  while (inner.kind === 'filter' || inner.kind === 'keepArray' || inner.kind === 'sort') inner = inner.subject;
  return inner;
}

function resultOfBlock(expressions: readonly SyntaxNode[], around: Bindings | undefined): BoundNode {
  let bindings = around;
  for (const node of expressions) {
    if (node.kind !== 'binary' || node.operator !== ':=' || node.left.kind !== 'variable') continue;
    bindings = { name: node.left.name, node: node.right, bindings };
  }
  return { node: expressions.at(-1) ?? { kind: 'missing', start: 0, end: 0 }, bindings };
}

/**
 * Finds the expression that is assigned to a variable. Only bindings before the assignment count, so the search always
 * ends.
 */
function lookUp(name: string, bindings: Bindings | undefined): BoundNode | undefined {
  let at = bindings;
  while (at !== undefined && at.name !== name) at = at.bindings;
  return at;
}

function inCall(
  { callee, args }: Extract<SyntaxNode, { kind: 'call' }>,
  bindings: Bindings | undefined,
): BuiltObject | undefined {
  const [first, second] = args;
  if (callee.kind !== 'variable' || first === undefined) return undefined;
  if (callee.name === 'compact') return objectOf({ node: first, bindings });
  if (callee.name !== 'map' || second?.kind !== 'lambda') return undefined;
  const [parameter] = second.parameters;
  const variable = parameter?.kind === 'variable' ? parameter.name : undefined;
  return perItem(objectOf({ node: second.body, bindings }), { list: first, variable });
}

/** A list within a list has no single path. */
function perItem(built: BuiltObject | undefined, each: ItemSource): BuiltObject | undefined {
  if (built === undefined) return undefined;
  const isInner = built.each !== undefined && each.list !== undefined;
  return { ...built, each: isInner ? {} : (built.each ?? each) };
}
