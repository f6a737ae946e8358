/** One-based line and column; columns count UTF-16 units, as editors do. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/**
 * Converts offsets of one text to line and column and back. It is built once, and each answer takes logarithmic time.
 */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** Offsets before the start count as the start, and those past the end as the end. */
  positionOf(offset: number): LineColumn {
    const inside = Math.min(Math.max(0, offset), this.#length);
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: inside - (this.#starts[low] ?? 0) + 1 };
  }

  /** The offset of a position. Lines and columns past the end count as the end. */
  offsetOf({ line, column }: LineColumn): number {
    return Math.min((this.#starts[line - 1] ?? this.#length) + column - 1, this.#length);
  }
}
