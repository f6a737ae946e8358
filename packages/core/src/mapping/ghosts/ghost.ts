import type { TextEdit } from '../syntax/text-edit.ts';
import type { TextRange } from '../syntax/syntax-node.ts';

export type GhostSide = 'source' | 'target';

/** A field that the text reads or sets although its shape does not have it. */
export interface Ghost {
  readonly side: GhostSide;
  /** Names from the outermost field inwards. List items have none. */
  readonly path: readonly string[];
  /** The places where the text writes its name, in the order of the text. */
  readonly ranges: readonly TextRange[];
  /** Names of the fields that the text uses inside it. */
  readonly inner: readonly string[];
  /** False if one of the places stands for other fields as well, so that another name there would change those too. */
  readonly isAlone: boolean;
}

/** A field of the shape that probably takes the place of a ghost. */
export interface Rename {
  readonly side: GhostSide;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** How likely it is, from 0 to 1. */
  readonly confidence: number;
  /** Short sentences for people, the most important one first. */
  readonly reasons: readonly string[];
  /** They write the new name in every place of the ghost, and change nothing else. */
  readonly edits: readonly TextEdit[];
}
