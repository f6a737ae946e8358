import type { Around } from '../closures/closure.ts';
import type { Ir } from '../syntax/ir.ts';

/** One evaluation of one expression, with those inside it. */
export interface TraceNode {
  readonly ir: Ir;
  /** The value of `$` there. */
  readonly input: unknown;
  /**
   * The engine's own value, in which sequences are not settled. Undefined while the expression runs and after it has
   * failed.
   */
  value: unknown;
  failure?: unknown;
  readonly parent: TraceNode | undefined;
  readonly parts: TraceNode[];
}

/** The number of evaluations that are kept. For larger ones, only the beginning is known. */
const maxNodes = 300_000;

/** Records what happens during an evaluation. */
export class Trace {
  root: TraceNode | undefined;
  #current: TraceNode | undefined;
  #count = 0;

  readonly around: Around = (ir, closure) => (input, frame, run) => {
    if (this.#count >= maxNodes) return closure(input, frame, run);
    this.#count += 1;
    const parent = this.#current;
    const node: TraceNode = { ir, input, value: undefined, parent, parts: [] };
    if (parent === undefined) this.root ??= node;
    else parent.parts.push(node);
    this.#current = node;
    try {
      return (node.value = closure(input, frame, run));
    } catch (failure) {
      node.failure = failure;
      throw failure;
    } finally {
      this.#current = parent;
    }
  };
}

/** A node and all below it, in the order of evaluation. */
export function* nodesBelow(node: TraceNode): Generator<TraceNode, void, undefined> {
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    yield next;
    for (let index = next.parts.length - 1; index >= 0; index -= 1) {
      const part = next.parts[index];
      if (part !== undefined) open.push(part);
    }
  }
}
