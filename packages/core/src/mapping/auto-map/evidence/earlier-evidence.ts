import { wordsOf } from '../names/words-of.ts';
import type { EarlierPair } from '../proposal.ts';

/** What earlier mappings did, found by the last names of the two fields. */
export class EarlierEvidence {
  readonly #pairs = new Map<string, Map<string, EarlierPair>>();

  constructor(pairs: readonly EarlierPair[]) {
    for (const pair of pairs) {
      const [source, target] = [endOf(pair.source), endOf(pair.target)];
      const sources = this.#pairs.get(target) ?? new Map<string, EarlierPair>();
      if (!sources.has(source)) this.#pairs.set(target, sources.set(source, pair));
    }
  }

  /** The pair of an earlier mapping that is like this one. */
  like(source: readonly string[], target: readonly string[]): EarlierPair | undefined {
    if (this.#pairs.size === 0) return undefined;
    return this.#pairs.get(endOf(target))?.get(endOf(source));
  }

  /** Ends of the source paths from which a target field was filled. */
  sourcesOf(target: readonly string[]): readonly string[] {
    return [...(this.#pairs.get(endOf(target))?.keys() ?? [])];
  }
}

/** The last name of a path, or the last two if the last one says little, like `id` or `name`. */
export function endOf(path: readonly string[]): string {
  const known = ends.get(path);
  if (known !== undefined) return known;
  const end = readEnd(path);
  ends.set(path, end);
  return end;
}

/** Paths are compared many times. */
const ends = new WeakMap<readonly string[], string>();

function readEnd(path: readonly string[]): string {
  const last = path.at(-1) ?? '';
  const isPlain = wordsOf(last).every(({ weight }) => weight < 1) || plainNames.has(last.toLowerCase());
  return (isPlain ? path.slice(-2) : path.slice(-1)).join('.');
}

const plainNames: ReadonlySet<string> = new Set([
  'email',
  'phone',
  'description',
  'status',
  'amount',
  'title',
  'label',
  'currency',
]);
