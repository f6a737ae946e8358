import type { EntrySyntax, SyntaxNode, TextRange } from './syntax-node.ts';

/** The object constructor, or grouping, that builds an object; `brace` is where its brace opens. */
export interface Container extends TextRange {
  readonly brace: number;
  readonly entries: readonly EntrySyntax[];
}

/** How far a path of keys leads into a mapping. */
export interface TargetPlace {
  /** The object that has, or would have, the next key. Undefined: what stands there is not an object constructor. */
  readonly container: Container | undefined;
  /** Keys that were found; the last one's entries are `entries`, if it is the whole path. */
  readonly depth: number;
  /** Several if the key is written more than once. */
  readonly entries: readonly EntrySyntax[];
}

/** Walks down the keys of a target field, through the arrays and blocks around object constructors. */
export function findTarget(root: SyntaxNode, target: readonly string[]): TargetPlace {
  let container = containerIn(root);
  let depth = 0;
  for (;;) {
    const key = target[depth];
    const entries = container?.entries.filter((entry) => keyOf(entry) === key) ?? [];
    const [first] = entries;
    if (first === undefined) return { container, depth, entries };
    depth += 1;
    if (depth === target.length || entries.length > 1) return { container, depth, entries };
    container = containerIn(first.value);
  }
}

/** The key of an entry if it is written out; keys that are computed have no name until they are. */
export function keyOf({ key }: EntrySyntax): string | undefined {
  return key.kind === 'literal' && typeof key.value === 'string' ? key.value : undefined;
}

/** The object constructor that an expression's value, or each of its items, comes from, if there is exactly one. */
function containerIn(root: SyntaxNode): Container | undefined {
  let node: SyntaxNode | undefined = root;
  while (node !== undefined) {
    const { start, end } = node;
    if (node.kind === 'object') return { start, end, brace: start, entries: node.entries };
    if (node.kind === 'group') return { start: node.brace, end, brace: node.brace, entries: node.entries };
    node = resultOf(node);
  }
  return undefined;
}

/** The part of an expression that its value, or each item of it, is. */
function resultOf(node: SyntaxNode): SyntaxNode | undefined {
  switch (node.kind) {
    case 'block':
      return node.expressions.at(-1);
    case 'array':
      return node.items.length === 1 ? node.items[0] : undefined;
    case 'filter':
    case 'keepArray':
    case 'sort':
      return node.subject;
    case 'binary':
      return node.operator === '.' || node.operator === ':=' ? node.right : undefined;
    case 'call': {
      const [, mapper] = node.args;
      const isMap = node.callee.kind === 'variable' && node.callee.name === 'map';
      return isMap && mapper?.kind === 'lambda' ? mapper.body : undefined;
    }
    default:
      return undefined;
  }
}
