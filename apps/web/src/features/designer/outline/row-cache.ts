import type { FlowDocument } from '@throughline/core/flow';
import { outlineRows, type OutlineRow } from './outline-rows.ts';

/**
 * Creates the outline's rows and keeps those that are equal to the previous ones, so that they are not rendered again.
 */
export class RowCache {
  #rows = new Map<string, OutlineRow>();
  #last: readonly OutlineRow[] = [];
  #input: readonly [FlowDocument, ReadonlySet<string>] | undefined;

  of(flow: FlowDocument, collapsed: ReadonlySet<string>): readonly OutlineRow[] {
    if (this.#input?.[0] === flow && this.#input[1] === collapsed) return this.#last;
    this.#input = [flow, collapsed];
    this.#last = outlineRows(flow, collapsed).map((row) => {
      const before = this.#rows.get(row.id);
      return before !== undefined && isSame(before, row) ? before : row;
    });
    this.#rows = new Map(this.#last.map((row) => [row.id, row]));
    return this.#last;
  }
}

function isSame(one: OutlineRow, other: OutlineRow): boolean {
  const others = new Map<string, unknown>(Object.entries(other));
  const entries = Object.entries(one);
  return (
    entries.length === others.size &&
    entries.every(([name, value]) =>
      name === 'address'
        ? JSON.stringify(value) === JSON.stringify(others.get(name))
        : Object.is(value, others.get(name)),
    )
  );
}
