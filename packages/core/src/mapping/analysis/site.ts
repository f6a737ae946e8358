import type { TextRange } from '../syntax/syntax-node.ts';

/** A stretch of text that is analysed as a whole and may have moved since; `shift` is by how much. */
export interface Unit {
  readonly id: number;
  shift: number;
}

/** A place in the text, as it was when its unit was analysed. */
export interface Site extends TextRange {
  readonly unit: Unit;
}

/** Gives the present range of a site. */
export const rangeOf = ({ start, end, unit: { shift } }: Site): TextRange => ({
  start: start + shift,
  end: end + shift,
});
