import type { OfferGroup, StepOffer } from './step-offer.ts';

export interface FoundGroup {
  readonly title: OfferGroup;
  readonly offers: readonly StepOffer[];
}

/** Nobody reads further, and more would slow down typing. */
const mostShown = 60;

/**
 * The offers that match every typed word, in groups, best first: whole words count more than beginnings, and those more
 * than parts; words of the title count more than other words. Without a search, the kinds.
 */
export function rankOffers(offers: readonly StepOffer[], search: string): FoundGroup[] {
  const wanted = wordsOf(search);
  const ranked =
    wanted.length === 0
      ? offers.filter(({ isKind }) => isKind)
      : offers
          .map((offer) => ({ offer, score: scoreOf(offer, wanted) }))
          .filter(({ score }) => score > 0)
          .toSorted((one, other) => other.score - one.score || order(one.offer, other.offer))
          .map(({ offer }) => offer);
  const groups = Map.groupBy(ranked.slice(0, mostShown), ({ group }) => group);
  return [...groups].map(([title, found]) => ({ title, offers: found }));
}

/** 0 if a word does not match. */
function scoreOf({ title, words, summary, isKind }: StepOffer, wanted: readonly string[]): number {
  const [inTitle, inWords, inSummary] = [wordsOf(title), wordsOf(words), isKind ? wordsOf(summary) : []];
  const scores = wanted.map((word) =>
    Math.max(match(word, inTitle, [12, 9, 4]), match(word, inWords, [8, 6, 2]), match(word, inSummary, [3, 2, 1])),
  );
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}

type Weights = readonly [exact: number, prefix: number, infix: number];

function match(word: string, among: readonly string[], [exact, prefix, infix]: Weights): number {
  if (among.includes(word)) return exact;
  if (among.some((each) => each.startsWith(word))) return prefix;
  return among.some((each) => each.includes(word)) ? infix : 0;
}

/** Of equally good offers: kinds before what they work on, then the shorter title, then the alphabet. */
const order = (one: StepOffer, other: StepOffer): number =>
  Number(other.isKind) - Number(one.isKind) ||
  one.title.length - other.title.length ||
  one.title.localeCompare(other.title);

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '');
