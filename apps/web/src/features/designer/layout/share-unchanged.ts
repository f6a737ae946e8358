import type { FlowDocument } from '@throughline/core/flow';
import type { FlowLayout } from './geometry.ts';
import { layoutFlow } from './layout-flow.ts';

/**
 * Computes a layout and keeps the parts that are equal to the previous one. Typing in a form moves nothing, so nothing
 * is redrawn.
 */
export class LayoutCache {
  #last: FlowLayout | undefined;
  #input: readonly [FlowDocument['body'], ReadonlySet<string>] | undefined;

  of(body: FlowDocument['body'], collapsed: ReadonlySet<string>): FlowLayout {
    const before = this.#last;
    if (before !== undefined && this.#input?.[0] === body && this.#input[1] === collapsed) return before;
    this.#input = [body, collapsed];
    const next = layoutFlow({ body }, collapsed);
    this.#last = before === undefined ? next : { ...next, ...sharedWith(before, next) };
    return this.#last;
  }
}

const sharedParts = ['frames', 'lines', 'labels', 'inserts'] as const;

const sharedWith = (before: FlowLayout, next: FlowLayout): Partial<FlowLayout> =>
  Object.fromEntries(
    sharedParts.flatMap((part) => (isEqual<unknown>(before[part], next[part]) ? [[part, before[part]]] : [])),
  );

/** A step that was added or removed changes their number, so that nothing else is compared. */
const isEqual = <Item>(before: readonly Item[], next: readonly Item[]): boolean =>
  before.length === next.length && before.every((item, index) => JSON.stringify(item) === JSON.stringify(next[index]));
