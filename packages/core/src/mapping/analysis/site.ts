import type { TextRange } from '../syntax/syntax-node.ts';

/** A unit of text that is analysed as a whole and may have moved since; `shift` says by how much. */
export interface Unit {
  readonly id: number;
  shift: number;
}

/** A range in the text, as it was when its unit was analysed. */
export interface Site extends TextRange {
  readonly unit: Unit;
}

/** Gives the present range of a site. */
export const rangeOf = ({ start, end, unit: { shift } }: Site): TextRange => ({
  start: start + shift,
  end: end + shift,
});
