import type { Weighted } from '../auto-map/evidence/name-evidence.ts';
import { wordsOf } from '../auto-map/names/words-of.ts';

/** The words of a name, each with the weight that it has by itself. */
export const weightedWords = (name: string): readonly Weighted[] =>
  wordsOf(name).map((word) => ({ word, weight: word.weight }));
