import { wordsOf } from '../names/words-of.ts';
import type { EarlierPair } from '../proposal.ts';

/** What earlier mappings did, found by the last names of the two fields. */
export class EarlierEvidence {
  readonly #pairs = new Map<string, EarlierPair>();
  readonly #sources = new Map<string, Set<string>>();

  constructor(pairs: readonly EarlierPair[]) {
    for (const pair of pairs) {
      const [source, target] = [endOf(pair.source), endOf(pair.target)];
      const key = JSON.stringify([source, target]);
      if (!this.#pairs.has(key)) this.#pairs.set(key, pair);
      const sources = this.#sources.get(target) ?? new Set();
      this.#sources.set(target, sources.add(source));
    }
  }

  /** The pair of an earlier mapping that is like this one. */
  like(source: readonly string[], target: readonly string[]): EarlierPair | undefined {
    return this.#pairs.get(JSON.stringify([endOf(source), endOf(target)]));
  }

  /** Ends of the source paths from which a target field was filled. */
  sourcesOf(target: readonly string[]): ReadonlySet<string> {
    return this.#sources.get(endOf(target)) ?? new Set();
  }
}

/** The last name of a path, or the last two if the last one says little, like `id` or `name`. */
export function endOf(path: readonly string[]): string {
  const last = path.at(-1) ?? '';
  const isPlain = wordsOf(last).every(({ weight }) => weight < 1) || plainNames.has(last.toLowerCase());
  return (isPlain ? path.slice(-2) : path.slice(-1)).join('.');
}

const plainNames: ReadonlySet<string> = new Set(['email', 'phone', 'description', 'status', 'amount', 'title', 'label', 'currency']);
