import { likeness } from '../names/synonyms.ts';
import type { Word } from '../names/words-of.ts';

/** How alike two names are, from 0 to 1, and the words that are not the same but mean the same. */
export interface NameMatch {
  readonly score: number;
  readonly synonyms: readonly (readonly [string, string])[];
}

/** A word with how much it counts here. */
export interface Weighted {
  readonly word: Word;
  readonly weight: number;
}

/**
 * The weighted Dice coefficient of two sets of words: twice what they share, divided by all that they have. Each word is
 * compared with the most similar one on the other side.
 */
export function compareNames(one: readonly Weighted[], other: readonly Weighted[]): NameMatch {
  const total = sum(one) + sum(other);
  if (total === 0) return { score: 0, synonyms: [] };
  let shared = 0;
  const synonyms: (readonly [string, string])[] = [];
  const used = new Set<Weighted>();
  for (const left of one) {
    let best: Weighted | undefined;
    let strength = 0;
    for (const right of other) {
      if (used.has(right)) continue;
      const found = alike(left.word, right.word);
      if (found > strength) [best, strength] = [right, found];
    }
    if (best === undefined) continue;
    used.add(best);
    shared += strength * (left.weight + best.weight);
    if (left.word.word !== best.word.word) synonyms.push([left.word.shown, best.word.shown]);
  }
  return { score: shared / total, synonyms };
}

/** A synonym is a little less certain than the same word. */
function alike(one: Word, other: Word): number {
  if (one.word === other.word) return 1;
  return one.concept === other.concept ? 0.95 : likeness(one.concept, other.concept);
}

const sum = (words: readonly Weighted[]): number => words.reduce((total, { weight }) => total + weight, 0);
