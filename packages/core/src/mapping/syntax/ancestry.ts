import type { ErrorList } from './error-list.ts';
import type { AncestorLabel, Ir, ParentIr, PathIr } from './ir.ts';
import type { TextRange } from './syntax-node.ts';

/** A `%` that is still being resolved: how many steps to the left its target is. The range is that of the `%`. */
interface Slot extends TextRange {
  readonly label: AncestorLabel;
  level: number;
}

/**
 * Finds the step to which each `%` refers, like the reference. A `%` is passed outwards until it reaches a path; its
 * level is then counted down over the path's steps from right to left. A `%` that reaches anything it cannot pass
 * through is error S0217.
 */
export class Ancestry {
  // Most texts contain no %. Skipping all lookups then makes lowering about twice as fast.
  readonly #errors: ErrorList;
  readonly #slots = new Map<Ir, Slot>();
  readonly #seeking = new Map<object, Slot[]>();

  constructor(errors: ErrorList) {
    this.#errors = errors;
  }

  /** A new `%`. It refers to the step one to its left. */
  parentAt({ start, end }: TextRange): ParentIr {
    const label = { label: `!${this.#slots.size}` };
    const parent: ParentIr = { kind: 'parent', start, end, slot: label };
    this.#slots.set(parent, { start, end, label, level: 1 });
    return parent;
  }

  /**
   * Passes the unresolved `%` of a part on to the expression around it. Both share one list, so that each sees what is
   * resolved later.
   */
  pass(whole: object, part: Ir): void {
    if (this.#slots.size === 0) return;
    const slots = this.#slotsOf(part);
    if (slots === undefined) return;
    const known = this.#seeking.get(whole);
    if (known === undefined) this.#seeking.set(whole, slots);
    else if (known !== slots) for (const slot of slots) known.push(slot);
  }

  /** A `%` as the first step of a path refers to something outside it. */
  startPath(path: PathIr, first: Ir): void {
    const slot = this.#slots.get(first);
    if (slot !== undefined) this.#seeking.set(path, [slot]);
  }

  /**
   * A filter's `%` refers to the filtered step, or to one further left. When `%` is the whole filter, the reference
   * does not resolve it.
   */
  resolveFilter(step: Ir, predicate: Ir): void {
    if (this.#slots.size === 0) return;
    const slots = this.#seeking.get(predicate);
    if (slots === undefined) return;
    for (const slot of slots) {
      if (slot.level === 1) this.#seek(step, slot);
      else slot.level -= 1;
    }
    this.pass(step, predicate);
  }

  /** Called when the last step of this path was added: resolves its `%` through the steps before it. */
  resolvePath(path: PathIr): void {
    if (this.#slots.size === 0) return;
    const last = path.steps.at(-1);
    if (last === undefined) return;
    for (const slot of this.#slotsOf(last) ?? []) this.#walk(path, slot);
  }

  /** Takes over the unresolved `%` of a node that another one replaces. */
  replace(node: Ir, by: Ir): void {
    const slots = this.#seeking.get(node);
    if (slots !== undefined) this.#seeking.set(by, slots);
  }

  /** Called at the end of the text: a `%` that is still unresolved has no parent. */
  finish(root: Ir): void {
    for (const slot of this.#slotsOf(root) ?? []) this.#fail(slot);
  }

  #walk(path: PathIr, slot: Slot): void {
    let index = path.steps.length - 2;
    while (slot.level > 0) {
      let step = path.steps[index];
      if (step === undefined) return this.#add(path, slot);
      index -= 1;
      // Adjacent steps that bind a variable with @ all have the same input.
      while (hasFocus(step) && hasFocus(path.steps[index])) {
        step = path.steps[index];
        index -= 1;
      }
      if (step !== undefined) this.#seek(step, slot);
    }
  }

  /** Goes one step to the left, and marks the node if it is the target. */
  #seek(node: Ir, slot: Slot): void {
    switch (node.kind) {
      case 'name':
      case 'wildcard':
        slot.level -= 1;
        if (slot.level !== 0) return;
        if (node.ancestor !== undefined) slot.label.label = node.ancestor.label;
        node.ancestor = slot.label;
        node.isTuple = true;
        return;
      case 'parent':
        slot.level += 1;
        return;
      case 'block': {
        const last = node.expressions.at(-1);
        if (last === undefined) return;
        node.isTuple = true;
        return this.#seek(last, slot);
      }
      case 'path': {
        node.isTuple = true;
        let index = node.steps.length - 1;
        do {
          const step = node.steps[index];
          index -= 1;
          if (step !== undefined) this.#seek(step, slot);
        } while (slot.level > 0 && index >= 0);
        return;
      }
      default:
        this.#fail(slot);
    }
  }

  #fail(slot: Slot): void {
    this.#errors.report('S0217', slot.start, slot.end);
    slot.level = 0;
  }

  #slotsOf(node: Ir): Slot[] | undefined {
    const seeking = this.#seeking.get(node);
    const own = this.#slots.get(node);
    if (own === undefined) return seeking;
    if (seeking === undefined) return [own];
    seeking.push(own);
    return seeking;
  }

  #add(path: PathIr, slot: Slot): void {
    const known = this.#seeking.get(path);
    if (known === undefined) this.#seeking.set(path, [slot]);
    else known.push(slot);
  }
}

/** A variable without a name does not count, because the reference checks whether the name is truthy. */
const hasFocus = (step: Ir | undefined): boolean => (step?.focus ?? '') !== '';
