import { childrenOf } from '../syntax/children-of.ts';
import type { SyntaxNode } from '../syntax/syntax-node.ts';
import type { TextEdit } from '../syntax/text-edit.ts';
import { chainOf } from './chain-of.ts';
import { withoutBrackets } from './forms/without-brackets.ts';
import { isSameSyntax } from './same-syntax.ts';

interface PlacedExpression {
  readonly text: string;
  readonly node: SyntaxNode;
}

/**
 * The edits that turn one expression into another and touch only what differs: the layout, comments and notation of
 * everything that both say stay as they are in the old text.
 */
export function mergeExpression(before: SyntaxNode, after: PlacedExpression): TextEdit[] {
  return new Merge(after.text).node(before, after.node);
}

/** One value of a list, such as an argument. */
type Items = readonly SyntaxNode[];

class Merge {
  readonly #after: string;

  constructor(after: string) {
    this.#after = after;
  }

  node(old: SyntaxNode, wanted: SyntaxNode): TextEdit[] {
    if (isSameSyntax(old, wanted)) return [];
    const [from, to] = [withoutBrackets(old), withoutBrackets(wanted)];
    return this.#inside(from, to) ?? [this.#replaced(old, wanted)];
  }

  /** The edits inside two expressions of the same shape; undefined if they have too little in common. */
  #inside(old: SyntaxNode, wanted: SyntaxNode): TextEdit[] | undefined {
    if (old.kind === 'conditional' && wanted.kind === 'conditional') return this.#conditional(old, wanted);
    if (old.kind === 'array' && wanted.kind === 'array') return this.#items(old.items, wanted.items);
    if (old.kind === 'call' && wanted.kind === 'call') {
      if (!isSameSyntax(old.callee, wanted.callee) && old.args.length !== wanted.args.length) return undefined;
      const args = this.#items(old.args, wanted.args);
      return args && [...this.node(old.callee, wanted.callee), ...args];
    }
    if (old.kind === 'binary' && wanted.kind === 'binary') {
      if (old.operator !== wanted.operator) return undefined;
      if (chains.has(old.operator))
        return this.#items(chainOf(old, old.operator), chainOf(wanted, old.operator), ` ${old.operator} `);
      return [...this.node(old.left, wanted.left), ...this.node(old.right, wanted.right)];
    }
    const isPlain = old.kind === wanted.kind && plain.has(old.kind);
    return isPlain ? this.#children(old, wanted) : undefined;
  }

  #children(old: SyntaxNode, wanted: SyntaxNode): TextEdit[] | undefined {
    const [inner, others] = [childrenOf(old), childrenOf(wanted)];
    if (inner.length !== others.length) return undefined;
    if (old.kind === 'sort' && wanted.kind === 'sort' && !hasSameOrder(old, wanted)) return undefined;
    return inner.flatMap((child, index) => this.node(child, others[index] ?? child));
  }

  /** Cases are added and removed in front and at the end without touching the others. */
  #conditional(old: Of<'conditional'>, wanted: Of<'conditional'>): TextEdit[] {
    if (old.whenFalse !== undefined && isSameSyntax(old.whenFalse, wanted))
      return [{ start: old.start, end: old.whenFalse.start, text: '' }];
    if (wanted.whenFalse !== undefined && isSameSyntax(old, wanted.whenFalse))
      return [{ start: old.start, end: old.start, text: this.#after.slice(wanted.start, wanted.whenFalse.start) }];
    const edits = [...this.node(old.condition, wanted.condition), ...this.node(old.whenTrue, wanted.whenTrue)];
    const end = old.whenTrue.end;
    if (old.whenFalse !== undefined && wanted.whenFalse !== undefined)
      return [...edits, ...this.node(old.whenFalse, wanted.whenFalse)];
    if (old.whenFalse !== undefined) return [...edits, { start: end, end: old.whenFalse.end, text: '' }];
    if (wanted.whenFalse === undefined) return edits;
    return [...edits, { start: end, end, text: ` : ${this.#slice(wanted.whenFalse)}` }];
  }

  /** Undefined if nothing of the list stays. */
  #items(old: Items, wanted: Items, separator = ', '): TextEdit[] | undefined {
    const shared = Math.min(old.length, wanted.length);
    let head = 0;
    while (head < shared && isSame(old[head], wanted[head])) head += 1;
    let tail = 0;
    while (tail < shared - head && isSame(old[old.length - 1 - tail], wanted[wanted.length - 1 - tail])) tail += 1;
    const from = old.slice(head, old.length - tail);
    const to = wanted.slice(head, wanted.length - tail);
    const paired = Math.min(from.length, to.length);
    const edits = from.slice(0, paired).flatMap((item, index) => this.node(item, to[index] ?? item));
    const removed = from.slice(paired);
    if (removed.length > 0) {
      const edit = this.#without(old, head + paired, removed.length);
      return edit && [...edits, edit];
    }
    const added = to.slice(paired).map((item) => this.#slice(item));
    if (added.length === 0) return edits;
    const before = old[head + paired - 1];
    const behind = old[head + paired];
    if (before !== undefined)
      return [...edits, { start: before.end, end: before.end, text: separator + added.join(separator) }];
    return behind && [...edits, { start: behind.start, end: behind.start, text: added.join(separator) + separator }];
  }

  #without(old: Items, at: number, count: number): TextEdit | undefined {
    const before = old[at - 1];
    const behind = old[at + count];
    const last = old[at + count - 1];
    if (before !== undefined && last !== undefined) return { start: before.end, end: last.end, text: '' };
    const first = old[at];
    return first && behind && { start: first.start, end: behind.start, text: '' };
  }

  #replaced(old: SyntaxNode, wanted: SyntaxNode): TextEdit {
    return { start: old.start, end: old.end, text: this.#slice(wanted) };
  }

  #slice({ start, end }: SyntaxNode): string {
    return this.#after.slice(start, end);
  }
}

type Of<Kind extends SyntaxNode['kind']> = Extract<SyntaxNode, { kind: Kind }>;

const chains: ReadonlySet<string> = new Set(['&', 'and', 'or']);
const plain: ReadonlySet<string> = new Set(['filter', 'sort', 'group', 'keepArray', 'block', 'lambda']);

const isSame = (one: SyntaxNode | undefined, other: SyntaxNode | undefined): boolean =>
  one !== undefined && other !== undefined && isSameSyntax(one, other);

const hasSameOrder = (old: Of<'sort'>, wanted: Of<'sort'>): boolean =>
  old.terms.length === wanted.terms.length &&
  old.terms.every(({ isDescending }, index) => wanted.terms[index]?.isDescending === isDescending);
