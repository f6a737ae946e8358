export interface TextPosition {
  /** One-based. */
  readonly line: number;
  /** One-based, in UTF-16 units, as editors count. */
  readonly column: number;
}

/** Converts a zero-based offset to line and column. Offsets past the end count as the end. */
export function positionOf(text: string, offset: number): TextPosition {
  const before = text.slice(0, Math.max(0, offset));
  const lastBreak = before.lastIndexOf('\n');
  return { line: before.split('\n').length, column: before.length - lastBreak };
}
